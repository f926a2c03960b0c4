package dev.rapport.channels;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Plays somebody else's server: answers from memory, and fails when it is told to. */
public abstract class StubPlace implements AutoCloseable {

    /** What it was asked. */
    public record Asked(String method, String path, String query, Map<String, String> headers, String body) {}

    /** What it answers. */
    public record Said(int status, Map<String, String> headers, String body) {

        public static Said ok(String json) {
            return new Said(200, Map.of(), json);
        }

        public static Said of(int status, String json) {
            return new Said(status, Map.of(), json);
        }
    }

    public final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Deque<Said> faults = new ArrayDeque<>();
    private volatile boolean breaksOff;
    private volatile String losesAnswerTo = "";
    private final HttpServer server;

    protected StubPlace() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The next call is answered like this, whatever it asks. */
    public void fails(int status, Map<String, String> headers, String body) {
        faults.add(new Said(status, headers, body));
    }

    /** The next call is done, and its answer lost. */
    public void breaksOffAfterwards() {
        breaksOff = true;
    }

    /** The next call of this method is done, and its answer lost. */
    public void losesAnswerTo(String method) {
        losesAnswerTo = method;
    }

    protected abstract Said answer(Asked asked);

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> headers = new TreeMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
            @Nullable String query = exchange.getRequestURI().getQuery();
            Asked one = new Asked(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    query == null ? "" : query,
                    headers,
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            asked.add(one);
            Said fault = faults.poll();
            Said said = fault == null ? answer(one) : fault;
            if (breaksOff || losesAnswerTo.equals(one.method())) {
                breaksOff = false;
                losesAnswerTo = "";
                return;
            }
            said.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            exchange.getResponseHeaders().putIfAbsent("Content-Type", List.of("application/json"));
            byte[] body = said.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(said.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
