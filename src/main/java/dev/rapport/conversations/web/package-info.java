/** Messages coming in over HTTP, and the files that came with them. */
@NullMarked
package dev.rapport.conversations.web;

import org.jspecify.annotations.NullMarked;
