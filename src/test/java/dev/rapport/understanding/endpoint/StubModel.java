package dev.rapport.understanding.endpoint;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server that speaks chat completions as it is told to: well, badly, or not at all. */
public final class StubModel implements AutoCloseable {

    /** What it answers: a status, headers, a body. */
    public record Reply(int status, Map<String, String> headers, String body) {}

    private final HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile Reply reply = new Reply(500, Map.of(), "");
    private volatile boolean silent;
    private volatile boolean drips;

    public StubModel() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/chat/completions", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    /** Answers as a model that says this. */
    public void says(String content) {
        says(content, "stop");
    }

    void says(String content, String finish) {
        String body = JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "choices",
                        List.of(Map.of(
                                "message", Map.of("role", "assistant", "content", content), "finish_reason", finish)),
                        "usage",
                        Map.of("prompt_tokens", 30, "completion_tokens", 12, "total_tokens", 42)));
        answers(200, Map.of(), body);
    }

    public void answers(int status, Map<String, String> headers, String body) {
        reply = new Reply(status, headers, body);
    }

    /** Takes the question and answers nothing. */
    public void isSilent() {
        silent = true;
    }

    /** Begins an answer that never ends. */
    void drips() {
        silent = true;
        drips = true;
    }

    /** Every body that came, the oldest first. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    public List<String> keys() {
        return List.copyOf(keys);
    }

    /** What stood in a message of the last question. */
    public String lastSaid(String role) {
        for (JsonNode message : JsonMapper.shared().readTree(asked.getLast()).get("messages")) {
            if (message.get("role").stringValue().equals(role)) {
                return message.get("content").stringValue();
            }
        }
        throw new AssertionError("no message of " + role);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            String key = exchange.getRequestHeaders().getFirst("Authorization");
            keys.add(key == null ? "" : key);
            if (drips) {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write('{');
                exchange.getResponseBody().flush();
            }
            if (silent) {
                closing.await();
                return;
            }
            Reply now = reply;
            now.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] bytes = now.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(now.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }
}
