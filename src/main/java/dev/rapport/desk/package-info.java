/**
 * Screens over several modules: the inbox and the search over everything said. It reads what others keep and calls their
 * faces; it has no tables and no commands of its own.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "access",
            "commerce",
            "channels",
            "channels :: spi",
            "conversations",
            "understanding",
            "cases"
        })
package dev.rapport.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
