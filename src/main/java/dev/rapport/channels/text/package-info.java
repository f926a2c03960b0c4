/** What several channels need to make plain words of what they are given. */
@NullMarked
package dev.rapport.channels.text;

import org.jspecify.annotations.NullMarked;
