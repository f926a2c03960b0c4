package dev.rapport.channels.door;

import dev.rapport.channels.Allowances;
import dev.rapport.channels.Deliveries;
import dev.rapport.channels.spi.Delivery;
import dev.rapport.shared.web.WhenServing;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes what places bring, and answers their questions. An address that failed to prove itself too often in a minute is not
 * listened to for a while; nobody can keep more than a few requests busy at once.
 */
@WhenServing
@RestController
class DeliveriesController {

    private static final int FAILURES_A_MINUTE = 60;
    private static final int AT_ONCE = 32;

    /** What could open something is not kept. */
    private static final Set<String> NOT_KEPT = Set.of("authorization", "cookie", "proxy-authorization");

    private static final int LONGEST_HEADER = 2_000;

    private final Deliveries deliveries;
    private final Clock clock;
    private final Allowances failures;
    private final Semaphore busy = new Semaphore(AT_ONCE);

    DeliveriesController(Deliveries deliveries, Clock clock) {
        this.deliveries = deliveries;
        this.clock = clock;
        this.failures = new Allowances(FAILURES_A_MINUTE, Duration.ofMinutes(1), clock);
    }

    @RequestMapping(
            path = "/in/{kind}/{door}",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<String> take(@PathVariable String kind, @PathVariable String door, HttpServletRequest request) {
        String from = request.getRemoteAddr();
        if (!failures.hasLeft(from)) {
            return later(HttpStatus.TOO_MANY_REQUESTS);
        }
        if (!busy.tryAcquire()) {
            return later(HttpStatus.SERVICE_UNAVAILABLE);
        }
        try {
            Deliveries.Answer answer = deliveries.take(kind, door, delivery(request));
            if (answer.status() == 401 || answer.status() == 404) {
                failures.take(from);
            }
            return ResponseEntity.status(answer.status())
                    .contentType(MediaType.parseMediaType(answer.type()))
                    .body(answer.text());
        } finally {
            busy.release();
        }
    }

    private Delivery delivery(HttpServletRequest request) {
        Map<String, String> headers = new HashMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            String lower = name.toLowerCase(Locale.ROOT);
            String value = request.getHeader(name);
            if (!NOT_KEPT.contains(lower) && value.length() <= LONGEST_HEADER) {
                headers.put(lower, value);
            }
        }
        String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        return new Delivery(method, headers, query(request), KeepsBodies.body(request), clock.instant());
    }

    private static Map<String, String> query(HttpServletRequest request) {
        Map<String, String> query = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> query.put(name, values[0]));
        return query;
    }

    private static ResponseEntity<String> later(HttpStatus status) {
        return ResponseEntity.status(status)
                .header(HttpHeaders.RETRY_AFTER, "60")
                .body("");
    }
}
