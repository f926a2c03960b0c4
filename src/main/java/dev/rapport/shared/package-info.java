/**
 * What every module may lean on: typed ids, the clock, the home folder, writing SQL parameters, screens' common parts.
 * No business lives here.
 */
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package dev.rapport.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
