/**
 * Doors to the outside: inboxes (one connected place each), the connectors behind them, fetching without gaps, and the
 * outbox that sends no reply twice.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "access"})
package dev.rapport.channels;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
