/**
 * Everything said, as said: messages and their revisions, threads, author profiles, who can read them, our replies. It also
 * moves what was heard through the later steps, batch by batch.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shared", "access", "exchange", "exchange :: spi", "channels", "channels :: spi"})
package dev.rapport.conversations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
