/** The screens of channels: which places are connected, how they are, what waits to leave or could not be read. */
@NullMarked
package dev.rapport.channels.web;

import org.jspecify.annotations.NullMarked;
