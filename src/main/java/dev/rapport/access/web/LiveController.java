package dev.rapport.access.web;

import dev.rapport.shared.SignedIn;
import dev.rapport.shared.web.WhenServing;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The stream of live updates, from the moment on when the page was drawn that asks for it. */
@WhenServing
@Controller
class LiveController {

    private final LiveStreams streams;

    LiveController(LiveStreams streams) {
        this.streams = streams;
    }

    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter open(
            @RequestParam(required = false) @Nullable Long since,
            @AuthenticationPrincipal SignedIn user,
            HttpServletResponse response) {
        response.setHeader("X-Accel-Buffering", "no");
        return streams.open(user.id(), since == null ? Instant.MAX : Instant.ofEpochMilli(since));
    }
}
