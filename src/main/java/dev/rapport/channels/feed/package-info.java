/** The connector for RSS and Atom feeds: what blogs, forums and newsrooms publish. Nothing can be answered there. */
@NullMarked
package dev.rapport.channels.feed;

import org.jspecify.annotations.NullMarked;
