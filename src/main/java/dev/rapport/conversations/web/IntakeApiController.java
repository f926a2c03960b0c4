package dev.rapport.conversations.web;

import dev.rapport.conversations.Messages;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Messages in over HTTP: one as JSON, or many as lines of JSON. */
@RestController
@Tag(name = "Messages")
@PreAuthorize("hasAuthority('SCOPE_messages:write') or hasRole('AGENT')")
class IntakeApiController {

    private static final int MAX_LINE = 1_000_000;
    private static final int CHUNK = 1_000;
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final Messages messages;
    private final JsonMapper json;

    IntakeApiController(Messages messages, JsonMapper json) {
        this.messages = messages;
        this.json = json;
    }

    /** What became of the lines of a stream. */
    record Streamed(int added, int repeated, List<RefusedLine> refused) {}

    /** A line that was not taken. */
    record RefusedLine(long line, String why) {}

    /** What became of one message. */
    record One(long id, boolean added) {}

    @Operation(summary = "Take one message; taking it again changes nothing")
    @PostMapping(path = "/api/v1/messages", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<One> take(
            @RequestParam(defaultValue = "API") String inbox,
            @RequestParam(defaultValue = "false") boolean history,
            @RequestBody Map<String, Object> message) {
        Messages.Taken taken = messages.take(inbox, List.of(message), history);
        if (!taken.refused().isEmpty()) {
            throw new IllegalArgumentException(taken.refused().getFirst().why());
        }
        return ResponseEntity.accepted().body(new One(taken.ids().getFirst(), taken.added() == 1));
    }

    @Operation(summary = "Take many messages, one JSON object a line; bad lines are named and the rest is taken")
    @PostMapping(
            path = "/api/v1/messages",
            consumes = {"application/x-ndjson", "application/jsonl"})
    ResponseEntity<Streamed> takeLines(
            @RequestParam(defaultValue = "API") String inbox,
            @RequestParam(defaultValue = "false") boolean history,
            InputStream body)
            throws IOException {
        Lines lines = new Lines(inbox, history);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
        }
        return ResponseEntity.accepted().body(lines.finish());
    }

    @ExceptionHandler
    ProblemDetail refused(IllegalArgumentException e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY, String.valueOf(e.getMessage()));
    }

    /** Takes the lines of one request, a chunk at a time, so that a long stream needs little memory. */
    private final class Lines {

        private final String inbox;
        private final boolean history;
        private final List<Map<String, Object>> chunk = new ArrayList<>();
        private final List<Long> numbers = new ArrayList<>();
        private final List<RefusedLine> refused = new ArrayList<>();
        private long number;
        private int added;
        private int repeated;

        Lines(String inbox, boolean history) {
            this.inbox = inbox;
            this.history = history;
        }

        void add(String line) {
            number++;
            if (line.isBlank()) {
                return;
            }
            if (line.length() > MAX_LINE) {
                refused.add(new RefusedLine(number, "The line is longer than a million characters."));
                return;
            }
            try {
                chunk.add(json.readValue(line, OBJECT));
                numbers.add(number);
            } catch (JacksonException e) {
                refused.add(new RefusedLine(number, "The line is not a JSON object: " + e.getOriginalMessage()));
            }
            if (chunk.size() == CHUNK) {
                take();
            }
        }

        Streamed finish() {
            take();
            return new Streamed(added, repeated, refused);
        }

        private void take() {
            Messages.Taken taken = messages.take(inbox, chunk, history);
            added += taken.added();
            repeated += taken.repeated();
            taken.refused().forEach(one -> refused.add(new RefusedLine(numbers.get(one.position() - 1), one.why())));
            chunk.clear();
            numbers.clear();
        }
    }
}
