/** One person on one page: everything that is known, in the order of time, and why it is known. */
@NullMarked
package dev.rapport.desk.person;

import org.jspecify.annotations.NullMarked;
