/** Named people, brands and messages that tests, demo and screenshots share. */
@NullMarked
package dev.rapport.cast;

import org.jspecify.annotations.NullMarked;
