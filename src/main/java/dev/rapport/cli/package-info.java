/** The commands of {@code bin/rapport}: serving, importing, exporting, backing up, and what an operator asks for. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "access",
            "commerce",
            "exchange",
            "exchange :: spi",
            "exchange :: databases",
            "conversations",
            "understanding",
            "people",
            "bench",
            "postgres"
        })
package dev.rapport.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
