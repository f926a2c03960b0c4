/**
 * Databases of the systems that exist: queries whose rows come in on a schedule as ordinary imports, and exports that are
 * written back into a table of theirs.
 */
@NullMarked
@NamedInterface("databases")
package dev.rapport.exchange.databases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
