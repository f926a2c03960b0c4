/** Cuts files into records, one after another and from any position: NDJSON, JSON arrays and CSV, packed or not. */
@NullMarked
package dev.rapport.exchange.files;

import org.jspecify.annotations.NullMarked;
