/** What a module implements to have its things imported. */
@NullMarked
@NamedInterface("spi")
package dev.rapport.exchange.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
