package dev.rapport.conversations.web;

import dev.rapport.conversations.Messages;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Files that came with messages. A stranger made them: only plain pictures are shown, everything else is a download. */
@Controller
class FilesController {

    private static final Set<String> SHOWN = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

    private final Messages messages;

    FilesController(Messages messages) {
        this.messages = messages;
    }

    @GetMapping("/files/{id}")
    @PreAuthorize("hasRole('VIEWER')")
    ResponseEntity<byte[]> show(@PathVariable long id) {
        Messages.File file = messages.file(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        String type = file.type() == null ? "" : file.type();
        boolean shown = SHOWN.contains(type);
        ContentDisposition disposition = (shown ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(file.name() == null ? "file-" + id : file.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(shown ? MediaType.parseMediaType(type) : MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .body(file.content());
    }
}
