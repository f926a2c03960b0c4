/** What several screens show of what was said: words with their marks, opinions, networks, when something is due. */
@NullMarked
package dev.rapport.desk.words;

import org.jspecify.annotations.NullMarked;
