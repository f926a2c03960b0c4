/**
 * One believable world to look at: a maker of headphones, its products, customers, communities, and staff at work. It is laid
 * into an empty database through the faces of the other modules and goes on talking while the server runs; nothing of it
 * ever leaves the machine. It exists only where {@code rapport.demo} is set.
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
            "people",
            "cases"
        })
package dev.rapport.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
