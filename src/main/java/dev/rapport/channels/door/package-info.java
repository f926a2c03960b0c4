/** The addresses that strangers' programs come to: no session, no cookie, a proof in each request. */
@NullMarked
package dev.rapport.channels.door;

import org.jspecify.annotations.NullMarked;
