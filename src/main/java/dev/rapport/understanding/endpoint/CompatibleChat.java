package dev.rapport.understanding.endpoint;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.MessageType;
import org.springframework.ai.chat.metadata.ChatGenerationMetadata;
import org.springframework.ai.chat.metadata.ChatResponseMetadata;
import org.springframework.ai.chat.metadata.DefaultUsage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.Prompt;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A chat model behind {@code POST …/chat/completions} as OpenAI describes it and many servers have it. It sends what all of
 * them take, the model and the messages, and believes nothing of what comes back but its outer shape.
 */
final class CompatibleChat implements ChatModel {

    /** The server's word for an answer that it broke off. */
    static final String ENDED_EARLY = "length";

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int MOST_BYTES = 256 * 1024;
    private static final int MOST_TEXT = 20_000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final URI address;
    private final String model;
    private final @Nullable String key;
    private final Duration limit;
    private final Clock clock;

    CompatibleChat(URI address, String model, @Nullable String key, Duration limit, Clock clock) {
        this.address = address;
        this.model = model;
        this.key = key;
        this.limit = limit;
        this.clock = clock;
    }

    /** @throws NoAnswer when there is none of use in time */
    @Override
    public ChatResponse call(Prompt prompt) {
        HttpResponse<byte[]> answer = answer(request(prompt));
        int status = answer.statusCode();
        if (status / 100 != 2) {
            throw new NoAnswer(trouble(status), status, retryAt(answer));
        }
        return response(answer.body());
    }

    private HttpRequest request(Prompt prompt) {
        List<Map<String, String>> messages = prompt.getInstructions().stream()
                .map(message -> Map.of("role", role(message.getMessageType()), "content", text(message.getText())))
                .toList();
        byte[] body = JSON.writeValueAsBytes(Map.of("model", model, "messages", messages, "stream", false));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + "/chat/completions"))
                .timeout(limit)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .header("User-Agent", "Rapport")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        return request.build();
    }

    private static String role(MessageType type) {
        return type == MessageType.SYSTEM ? "system" : "user";
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** The time limit holds for the whole answer, however slowly it drips. */
    private HttpResponse<byte[]> answer(HttpRequest request) {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT.compareTo(limit) < 0 ? CONNECT : limit)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        try {
            CompletableFuture<HttpResponse<byte[]>> coming = client.sendAsync(
                    request, HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), MOST_BYTES));
            return coming.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new NoAnswer(Trouble.SLOW);
        } catch (ExecutionException e) {
            throw new NoAnswer(trouble(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoAnswer(Trouble.STOPPED);
        } finally {
            client.shutdownNow();
        }
    }

    private static Trouble trouble(@Nullable Throwable failure) {
        if (failure instanceof HttpConnectTimeoutException || failure instanceof ConnectException) {
            return Trouble.UNREACHABLE;
        }
        if (failure instanceof HttpTimeoutException) {
            return Trouble.SLOW;
        }
        boolean tooLong = failure instanceof IOException
                && String.valueOf(failure.getMessage()).contains("body exceeds");
        return tooLong ? Trouble.TOO_LONG : Trouble.UNREACHABLE;
    }

    private static Trouble trouble(int status) {
        return switch (status) {
            case 401, 403 -> Trouble.KEY;
            case 429 -> Trouble.TOO_MANY;
            default -> status >= 500 || status < 400 ? Trouble.BROKEN : Trouble.DECLINED;
        };
    }

    private @Nullable Instant retryAt(HttpResponse<byte[]> answer) {
        Optional<String> wish = answer.headers().firstValue("Retry-After");
        if (wish.isEmpty()) {
            return null;
        }
        String text = wish.get().strip();
        if (text.matches("\\d{1,9}")) {
            return clock.instant().plusSeconds(Long.parseLong(text));
        }
        try {
            return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private ChatResponse response(byte[] body) {
        JsonNode root = tree(body);
        JsonNode choice = root.path("choices").path(0);
        JsonNode content = choice.path("message").path("content");
        if (!content.isString()) {
            throw new NoAnswer(Trouble.NO_CHAT);
        }
        String text = content.stringValue();
        if (text.length() > MOST_TEXT) {
            throw new NoAnswer(Trouble.TOO_LONG);
        }
        String reason = choice.path("finish_reason").asString("");
        Generation said = new Generation(
                new AssistantMessage(text),
                ChatGenerationMetadata.builder().finishReason(reason).build());
        ChatResponseMetadata metadata = ChatResponseMetadata.builder()
                .model(model)
                .usage(usage(root.path("usage")))
                .build();
        return new ChatResponse(List.of(said), metadata);
    }

    private static JsonNode tree(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            throw new NoAnswer(Trouble.NO_CHAT);
        }
    }

    private static DefaultUsage usage(JsonNode usage) {
        return new DefaultUsage(
                tokens(usage.path("prompt_tokens")),
                tokens(usage.path("completion_tokens")),
                tokens(usage.path("total_tokens")),
                null);
    }

    private static @Nullable Integer tokens(JsonNode count) {
        return count.isInt() && count.intValue() >= 0 ? count.intValue() : null;
    }
}
