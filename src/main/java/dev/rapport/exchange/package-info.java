/**
 * Data from and to the systems that exist: imports with progress, stop and resume, and a list of refused lines that can be
 * repaired. What can be imported is plugged in by the modules that own it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package dev.rapport.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
