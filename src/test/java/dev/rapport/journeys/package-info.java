/** Promises of the product, each walked through against the running application. */
@NullMarked
package dev.rapport.journeys;

import org.jspecify.annotations.NullMarked;
