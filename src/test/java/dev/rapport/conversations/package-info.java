@NullMarked
package dev.rapport.conversations;

import org.jspecify.annotations.NullMarked;
