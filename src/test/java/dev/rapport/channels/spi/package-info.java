@NullMarked
package dev.rapport.channels.spi;

import org.jspecify.annotations.NullMarked;
