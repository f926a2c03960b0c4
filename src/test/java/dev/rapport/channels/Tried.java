package dev.rapport.channels;

import dev.rapport.channels.http.Calls;
import dev.rapport.channels.http.PublicAddresses;
import dev.rapport.channels.spi.Connection;
import dev.rapport.channels.spi.Spending;
import dev.rapport.shared.InboxId;
import dev.rapport.shared.OutsideHosts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** An inbox that is only in memory, and keeps what is renewed of its secrets and what was spent. */
public final class Tried implements Spending, AutoCloseable {

    public final Map<String, String> settings = new HashMap<>();
    public final Map<String, String> secrets = new HashMap<>();
    private final Map<String, Integer> spent = new HashMap<>();
    private final ServerSocket silent;

    public Tried(Map<String, String> settings, Map<String, String> secrets) {
        this.settings.putAll(settings);
        this.secrets.putAll(secrets);
        try {
            silent = new ServerSocket(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Calls to anywhere that give up after two seconds. */
    public static Calls calls() {
        return new Calls(new PublicAddresses(new OutsideHosts("*")), Clock.systemUTC(), Duration.ofSeconds(2));
    }

    public Connection inbox() {
        return new Connection(
                new InboxId(1),
                "Solvane",
                Map.copyOf(settings),
                Map.copyOf(secrets),
                (name, stale, refresh) -> {
                    secrets.putAll(refresh.apply(Map.copyOf(secrets)));
                    return Map.copyOf(secrets);
                },
                this);
    }

    /** The same place with other secrets. */
    public Connection inboxWith(Map<String, String> others) {
        Map<String, String> all = new HashMap<>(secrets);
        all.putAll(others);
        return new Connection(new InboxId(1), "Solvane", Map.copyOf(settings), all);
    }

    /** An address that takes a call and says nothing. */
    public Connection inboxThatSaysNothing(String setting) {
        Map<String, String> elsewhere = new HashMap<>(settings);
        elsewhere.put(setting, "http://127.0.0.1:" + silent.getLocalPort());
        return new Connection(new InboxId(1), "Silent", elsewhere, Map.copyOf(secrets));
    }

    @Override
    public int spent(String what, LocalDate day) {
        return spent.getOrDefault(what + day, 0);
    }

    @Override
    public void spend(String what, LocalDate day, int units) {
        spent.merge(what + day, units, Integer::sum);
    }

    @Override
    public void close() throws IOException {
        silent.close();
    }
}
