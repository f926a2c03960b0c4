/** What is said about each entry of the catalogue: a small trend in the list, and a page with the newest words. */
@NullMarked
package dev.rapport.desk.said;

import org.jspecify.annotations.NullMarked;
