/** The connector for Reddit: the inbox of an account, answers to it, and communities to listen to. */
@NullMarked
package dev.rapport.channels.reddit;

import org.jspecify.annotations.NullMarked;
