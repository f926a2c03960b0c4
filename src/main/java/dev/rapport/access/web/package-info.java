/** The doors and the settings screens of who comes in. */
@NullMarked
package dev.rapport.access.web;

import org.jspecify.annotations.NullMarked;
