/** Benchmarks. They run on the packaged application, assert their own counts and print {@code key=value} lines. */
@NullMarked
package dev.rapport.bench;

import org.jspecify.annotations.NullMarked;
