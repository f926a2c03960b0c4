/** What is said face to face or on the phone, and answered there. */
@NullMarked
package dev.rapport.channels.spoken;

import org.jspecify.annotations.NullMarked;
