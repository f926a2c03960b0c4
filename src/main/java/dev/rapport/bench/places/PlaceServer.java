package dev.rapport.bench.places;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A web server on this machine alone, whose answers fail on demand. */
public abstract class PlaceServer implements AutoCloseable {

    private static final int LATE_MILLIS = 3_000;

    /** One request as a place sees it. */
    protected record Asked(
            String method, String path, Map<String, List<String>> query, Map<String, String> headers, byte[] body) {

        String one(String name, String otherwise) {
            List<String> values = query.getOrDefault(name, List.of());
            return values.isEmpty() ? otherwise : values.getFirst();
        }

        List<String> all(String name) {
            return query.getOrDefault(name, List.of());
        }

        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        String bearer() {
            return headers.getOrDefault("authorization", "").replaceFirst("^Bearer ", "");
        }
    }

    /** What a place answers. */
    protected record Said(int status, Map<String, String> headers, byte[] body) {

        static Said json(int status, Object value) {
            return new Said(
                    status,
                    Map.of("Content-Type", "application/json"),
                    JsonMapper.shared().writeValueAsBytes(value));
        }

        Said with(String header, String value) {
            Map<String, String> more = new LinkedHashMap<>(headers);
            more.put(header, value);
            return new Said(status, more, body);
        }
    }

    private final HttpServer server;
    private final AtomicInteger failed = new AtomicInteger();
    private volatile Function<String, @Nullable Failure> failures = path -> null;

    /** @param port zero for any that is free */
    protected PlaceServer(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
        } catch (IOException e) {
            throw new IllegalStateException("Port " + port + " is taken", e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    /** Answers a request. */
    protected abstract Said answer(Asked asked);

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** From now on this function says of each request, by its path, what goes wrong with it. */
    public void failing(Function<String, @Nullable Failure> failing) {
        failures = failing;
    }

    /** The next request to a path that contains {@code part} fails in this way, those after it do not. */
    public void failOnce(String part, Failure failure) {
        AtomicInteger left = new AtomicInteger(1);
        failures = path -> path.contains(part) && left.getAndDecrement() > 0 ? failure : null;
    }

    /** How many requests have failed on demand. */
    public int failed() {
        return failed.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try {
            Asked asked = asked(exchange);
            Failure failure = failures.apply(asked.path());
            if (failure != null) {
                failed.incrementAndGet();
            }
            switch (failure) {
                case null -> send(exchange, answer(asked), false);
                case ERROR -> send(exchange, Said.json(500, Map.of("error", "It failed")), false);
                case BUSY -> send(exchange, Said.json(503, Map.of("error", "Busy")), false);
                case TOO_FAST ->
                    send(exchange, Said.json(429, Map.of("error", "Too fast")).with("Retry-After", "1"), false);
                case HANGS_UP -> throw new IOException("Hanging up");
                case HANGS_UP_AFTERWARDS -> {
                    answer(asked);
                    throw new IOException("Hanging up");
                }
                case BREAKS_OFF -> send(exchange, answer(asked), true);
                case LATE -> {
                    Said said = answer(asked);
                    sleep();
                    send(exchange, said, false);
                }
                case KEY_RAN_OUT -> send(exchange, keyRanOut(), false);
            }
        } finally {
            exchange.close();
        }
    }

    /** How this place says that a key has run out. */
    protected Said keyRanOut() {
        return Said.json(401, Map.of("error", "The access token is invalid"));
    }

    private static Asked asked(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        return new Asked(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                query(exchange.getRequestURI().getRawQuery()),
                headers,
                exchange.getRequestBody().readAllBytes());
    }

    private static Map<String, List<String>> query(@Nullable String raw) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (String pair : Objects.requireNonNullElse(raw, "").split("&", -1)) {
            int at = pair.indexOf('=');
            if (at > 0) {
                query.computeIfAbsent(decoded(pair.substring(0, at)), any -> new ArrayList<>())
                        .add(decoded(pair.substring(at + 1)));
            }
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void send(HttpExchange exchange, Said said, boolean half) throws IOException {
        said.headers().forEach(exchange.getResponseHeaders()::set);
        int length = said.body().length;
        exchange.sendResponseHeaders(said.status(), length == 0 ? -1 : length);
        exchange.getResponseBody().write(said.body(), 0, half ? length / 2 : length);
        if (half) {
            throw new IOException("Breaking off");
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(LATE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
