/** Forums that other people run: Discourse, which delivers and can be asked, and NodeBB, which is asked. */
@NullMarked
package dev.rapport.channels.forum;

import org.jspecify.annotations.NullMarked;
