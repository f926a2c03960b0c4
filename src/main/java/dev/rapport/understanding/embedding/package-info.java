/**
 * A sentence model inside of this process, when somebody here has put one into the home and switched it on: sentences that
 * mean about the same become vectors that lie close together. It knows nothing of messages and readings.
 */
@NullMarked
@NamedInterface("embedding")
package dev.rapport.understanding.embedding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
