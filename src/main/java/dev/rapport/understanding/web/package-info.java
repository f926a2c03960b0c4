/** Messages and their readings over HTTP. */
@NullMarked
package dev.rapport.understanding.web;

import org.jspecify.annotations.NullMarked;
