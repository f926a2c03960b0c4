/** Meta's places: a Facebook Page and its Messenger, Instagram, WhatsApp. One proof and one form of batches for all of them. */
@NullMarked
package dev.rapport.channels.meta;

import org.jspecify.annotations.NullMarked;
