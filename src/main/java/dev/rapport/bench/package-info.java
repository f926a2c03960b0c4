/** Benchmarks: what is promised about speed and quality, measured. */
@NullMarked
package dev.rapport.bench;

import org.jspecify.annotations.NullMarked;
