/** Finding while typing: persons, cases, conversations, pages and deeds. */
@NullMarked
package dev.rapport.desk.find;

import org.jspecify.annotations.NullMarked;
