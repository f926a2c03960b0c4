/**
 * Places made up for benchmarks and tests: they play servers as their documents describe them, disagree as real ones do, fail on
 * demand, and keep their own books of what was said and what they were sent.
 */
@NullMarked
package dev.rapport.bench.places;

import org.jspecify.annotations.NullMarked;
