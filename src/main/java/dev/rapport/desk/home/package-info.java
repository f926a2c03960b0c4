/** The first page: what needs whoever looks at it, now. */
@NullMarked
package dev.rapport.desk.home;

import org.jspecify.annotations.NullMarked;
