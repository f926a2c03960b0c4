/**
 * How connectors call other servers: one way for all of them, with limits on time and size, no way into private networks, and
 * every answer told apart by what has to happen next.
 */
@NullMarked
package dev.rapport.channels.http;

import org.jspecify.annotations.NullMarked;
