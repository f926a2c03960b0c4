/**
 * What a connector implements and what it speaks in. A connector knows one remote protocol; it knows no database, no clock
 * and no thread.
 */
@NullMarked
@NamedInterface("spi")
package dev.rapport.channels.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
