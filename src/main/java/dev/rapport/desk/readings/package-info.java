/** What was read in a message, as it stands below its words. */
@NullMarked
package dev.rapport.desk.readings;

import org.jspecify.annotations.NullMarked;
