@NullMarked
package dev.rapport.exchange.files;

import org.jspecify.annotations.NullMarked;
