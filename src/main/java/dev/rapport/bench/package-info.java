<<<<<<< HEAD
/** Benchmarks. They run on the packaged application, assert their own counts and print {@code key=value} lines. */
=======
/** Benchmarks: what is promised about speed and quality, measured. */
>>>>>>> cases
@NullMarked
package dev.rapport.bench;

import org.jspecify.annotations.NullMarked;
