/**
 * The connector for Mastodon and the servers that speak its API. They disagree where it hurts: ids are opaque here, pages are
 * asked for in one way and checked in another, and no promise of a server about sending something once is trusted.
 */
@NullMarked
package dev.rapport.channels.mastodon;

import org.jspecify.annotations.NullMarked;
