/** How somebody who works here says that a message should have been read otherwise, or that it was read right. */
@NullMarked
package dev.rapport.desk.corrections;

import org.jspecify.annotations.NullMarked;
