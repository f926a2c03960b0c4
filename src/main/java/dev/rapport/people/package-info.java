/**
 * Who is behind the profiles: persons, customer organisations, the numbers other systems know them by, and the links between
 * profiles and persons, each with its evidence, who decided it and how to take it back.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "access",
            "exchange",
            "exchange :: spi",
            "commerce",
            "channels :: spi",
            "conversations",
            "understanding"
        })
package dev.rapport.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
