/**
 * The connector for Bluesky: people are known by their did, posts by their at-uri, and a reply has an address of its own before
 * it is sent, so that sending it again changes nothing.
 */
@NullMarked
package dev.rapport.channels.bluesky;

import org.jspecify.annotations.NullMarked;
