/**
 * A model outside of this house, spoken to in the way of OpenAI's chat completions, when somebody here has asked for it:
 * what may leave and how much of it, personal data masked, one call at a time, pauses after faults. It knows nothing of
 * messages and readings.
 */
@NullMarked
package dev.rapport.understanding.endpoint;

import org.jspecify.annotations.NullMarked;
