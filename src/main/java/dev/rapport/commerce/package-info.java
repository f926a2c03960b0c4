/**
 * What we sell and what others sell beside us: brands, products, competitors and partners with the names people use for
 * them, and the aspects people speak about. What was bought: purchases, contracts, returns and warranties as other systems
 * tell them.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "exchange :: spi"})
package dev.rapport.commerce;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
