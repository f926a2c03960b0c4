@NullMarked
package dev.rapport.postgres;

import org.jspecify.annotations.NullMarked;
