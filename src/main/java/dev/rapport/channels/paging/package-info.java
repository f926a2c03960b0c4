/** Ways to read what a place lists newest first without losing anything on the way. */
@NullMarked
package dev.rapport.channels.paging;

import org.jspecify.annotations.NullMarked;
