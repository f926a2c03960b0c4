/** Telegram, by a bot: what is written to it or in its groups is delivered; nothing is kept there for longer than a day. */
@NullMarked
package dev.rapport.channels.telegram;

import org.jspecify.annotations.NullMarked;
