package dev.rapport.channels;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a stub directly, as its own tests do. */
public record Caller(String address, Map<String, String> headers) {

    /** What came back; an empty body is a missing node. */
    public record Answer(int status, HttpResponse<String> http, JsonNode body) {

        public String header(String name) {
            return http.headers().firstValue(name).orElse("");
        }
    }

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    public Answer get(String path) {
        return send(request(path).GET().build());
    }

    public Answer post(String path, String type, String body) {
        return send(request(path)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
        headers.forEach(request::header);
        return request;
    }

    private static Answer send(HttpRequest request) {
        try {
            HttpResponse<String> http = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(http.statusCode(), http, JSON.readTree(http.body().isEmpty() ? "{}" : http.body()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
