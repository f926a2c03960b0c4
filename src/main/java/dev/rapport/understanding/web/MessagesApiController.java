package dev.rapport.understanding.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** One message and what it means, for programs. */
@RestController
@Tag(name = "Messages")
class MessagesApiController {

    private final MessageReads reads;

    MessagesApiController(MessageReads reads) {
        this.reads = reads;
    }

    @Operation(summary = "A message with its reading: language, polarity, intents, urgency and the opinions in it")
    @GetMapping("/api/v1/messages/{id}")
    @PreAuthorize("hasAuthority('SCOPE_messages:read') or hasRole('VIEWER')")
    MessageView show(@PathVariable long id) {
        return reads.find(id)
                .orElseThrow(
                        () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no message " + id + "."));
    }
}
