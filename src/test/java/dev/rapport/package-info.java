/** Tests of the house as a whole; those of a module stand in its own package. */
@NullMarked
package dev.rapport;

import org.jspecify.annotations.NullMarked;
