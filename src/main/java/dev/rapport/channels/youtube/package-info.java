/** The connector for YouTube: comments below a channel's videos and the answers to them, within a day's quota. */
@NullMarked
package dev.rapport.channels.youtube;

import org.jspecify.annotations.NullMarked;
