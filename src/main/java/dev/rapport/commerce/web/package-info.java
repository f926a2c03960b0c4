/** The catalogue's screens and its interface for programs. */
@NullMarked
package dev.rapport.commerce.web;

import org.jspecify.annotations.NullMarked;
