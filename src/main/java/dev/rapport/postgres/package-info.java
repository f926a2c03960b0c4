/**
 * Starts, watches and stops the embedded database, or connects to an outside one; writes the whole of it into one file and
 * reads such a file back. Other modules see a {@code DataSource} and nothing of this.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package dev.rapport.postgres;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
