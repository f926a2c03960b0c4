/**
 * Screens over several modules: the inbox, a person's page, the first page, the search. It reads what others keep and calls
 * their faces; it has no tables and no commands of its own.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "access",
            "exchange",
            "commerce",
            "channels",
            "channels :: spi",
            "conversations",
            "understanding",
            "people",
            "cases"
        })
package dev.rapport.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
