package dev.rapport.channels.web;

import dev.rapport.channels.Inbox;
import dev.rapport.channels.spi.Health;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A place was connected, or a secret of it was made anew: what has to be entered over there, shown this once.
 *
 * @param address where to deliver to; empty when nothing has to be entered
 * @param made the secrets we made, by name
 * @param steps what the place said to our asking it to deliver
 */
public record ConnectedPage(Inbox inbox, @Nullable String address, Map<String, String> made, List<Health.Step> steps) {}
