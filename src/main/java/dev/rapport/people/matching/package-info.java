/**
 * Who might be behind a profile: a probabilistic record linkage after Fellegi and Sunter, over handles, names, places and
 * contact points. A pure library: no database, no Spring; {@link dev.rapport.people.matching.Matcher} answers one profile in
 * milliseconds from a {@link dev.rapport.people.matching.ContactIndex} that may change at any time. It is people's own; the
 * interface has a name so that the benchmarks may measure it.
 */
@NamedInterface("matching")
@NullMarked
package dev.rapport.people.matching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
