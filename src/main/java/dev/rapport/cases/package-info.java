/**
 * Getting what was said to the right person and back: cases opened by rules or by hand, who has them, by when a reply is
 * promised, notes among colleagues, how they were resolved and why they were opened again.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "access",
            "exchange",
            "commerce",
            "channels",
            "conversations",
            "understanding",
            "people"
        })
package dev.rapport.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
