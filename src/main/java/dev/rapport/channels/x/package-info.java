/** The connector for X: mentions of an account, answers to them, and searches, within a budget a day since X charges for each. */
@NullMarked
package dev.rapport.channels.x;

import org.jspecify.annotations.NullMarked;
