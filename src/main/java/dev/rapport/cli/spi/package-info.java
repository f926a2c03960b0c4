/** What can be plugged into the command line. */
@NullMarked
@NamedInterface("spi")
package dev.rapport.cli.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
