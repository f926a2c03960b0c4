/** Screens of persons and links. */
@NullMarked
package dev.rapport.people.web;

import org.jspecify.annotations.NullMarked;
