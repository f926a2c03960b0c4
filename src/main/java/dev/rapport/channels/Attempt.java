package dev.rapport.channels;

import dev.rapport.channels.spi.Connection;
import dev.rapport.channels.spi.Connector;
import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Health;
import dev.rapport.channels.spi.Renewal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A place that is tried before anything of it is stored. Secrets that it renews meanwhile replace those that were entered: some
 * are good only once.
 */
public final class Attempt {

    private final Connector connector;
    private final Connection entered;
    private Map<String, String> secrets;

    Attempt(Connector connector, Connection entered) {
        this.connector = connector;
        this.entered = entered;
        this.secrets = entered.secrets();
    }

    /** Connects step by step. */
    public Health probe() {
        return tried(() -> connector.probe(connection()));
    }

    /** Sends something from the place to itself and waits until it arrives. */
    public Health prove(Duration atMost) {
        return tried(() -> connector.prove(connection(), atMost));
    }

    /** Those to store. */
    public Map<String, String> secrets() {
        return secrets;
    }

    private Connection connection() {
        Renewal renewal = entered.renewal() == Renewal.UNKEPT ? this::renew : entered.renewal();
        return new Connection(entered.inbox(), entered.name(), entered.settings(), secrets, renewal);
    }

    private Map<String, String> renew(String name, @Nullable String stale, UnaryOperator<Map<String, String>> refresh) {
        Map<String, String> all = new HashMap<>(secrets);
        all.putAll(refresh.apply(secrets));
        secrets = Map.copyOf(all);
        return secrets;
    }

    private static Health tried(Supplier<Health> attempt) {
        try {
            return attempt.get();
        } catch (Fault e) {
            return Health.of(List.of(new Health.Step("settings", false, List.of(String.valueOf(e.getMessage())))));
        }
    }
}
