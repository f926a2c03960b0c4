/** What was read in a message, beside its words, and how somebody who works here says that it should have been otherwise. */
@NullMarked
package dev.rapport.desk.readings;

import org.jspecify.annotations.NullMarked;
