/**
 * The chat on websites: one script tag, visitors known by a signed token, answers fetched by the browser. What visitors say
 * goes the way of every message; while nobody is there they can leave an address and are answered by mail.
 */
@NullMarked
package dev.rapport.channels.chat;

import org.jspecify.annotations.NullMarked;
