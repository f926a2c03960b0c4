@NullMarked
package dev.rapport.commerce;

import org.jspecify.annotations.NullMarked;
