package dev.rapport.people.web;

import dev.rapport.people.AskWho;
import dev.rapport.people.Evidence;
import dev.rapport.people.Identities;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Who may be behind a profile, for programs. */
@RestController
@Tag(name = "Identities")
class IdentitiesApiController {

    private static final int LONGEST = 2_000;

    /**
     * A profile as it is shown.
     *
     * @param network where it is: {@code fediverse}, {@code mail}
     * @param place where it was met, {@code inbox 3}; may be left out
     */
    record Profile(
            @Nullable String network,
            @Nullable String handle,
            @Nullable String name,
            @Nullable String bio,
            @Nullable String location,
            @Nullable String website,
            @Nullable Boolean verified,
            @Nullable String place) {}

    /** One person, with what speaks for and against them. */
    record Person(long person, String name, double probability, List<Reason> evidence) {}

    /** One reason; {@code bits} is log2 of how much likelier it makes the person. */
    record Reason(
            String kind,
            String level,
            String words,
            @Nullable Double bits) {}

    /** The likeliest first; {@code sure} when the first would be linked without asking anybody. */
    record Answer(List<Person> persons, double nobody, boolean sure, String rules) {}

    private final Identities identities;

    IdentitiesApiController(Identities identities) {
        this.identities = identities;
    }

    @Operation(summary = "Who may be behind a profile: ranked persons with probability and evidence, and nobody")
    @PostMapping("/api/v1/identities/resolve")
    @PreAuthorize("hasAuthority('SCOPE_people:read') or hasRole('VIEWER')")
    ResponseEntity<?> resolve(@RequestBody Profile profile) {
        String handle = text(profile.handle());
        if (handle.isEmpty() && text(profile.name()).isEmpty()) {
            return problem(HttpStatus.UNPROCESSABLE_CONTENT, "Give the profile a handle or a name.");
        }
        return identities
                .resolve(new AskWho(
                        text(profile.network()),
                        handle,
                        text(profile.name()),
                        text(profile.bio()),
                        text(profile.location()),
                        text(profile.website()),
                        Boolean.TRUE.equals(profile.verified()),
                        text(profile.place())))
                .<ResponseEntity<?>>map(who -> ResponseEntity.ok(answer(who)))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                        .header(HttpHeaders.RETRY_AFTER, "5")
                        .body(ProblemDetail.forStatusAndDetail(
                                HttpStatus.SERVICE_UNAVAILABLE, "The persons are still being read. Ask again soon.")));
    }

    private static ResponseEntity<?> problem(HttpStatus status, String detail) {
        return ResponseEntity.status(status).body(ProblemDetail.forStatusAndDetail(status, detail));
    }

    private static String text(@Nullable String given) {
        String text = given == null ? "" : given.strip();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    private static Answer answer(Identities.Who who) {
        return new Answer(
                who.likely().stream().map(IdentitiesApiController::person).toList(),
                who.nobody(),
                who.sure(),
                who.rules());
    }

    private static Person person(Identities.Likely one) {
        List<Reason> reasons =
                one.evidence().stream().map(IdentitiesApiController::reason).toList();
        return new Person(one.person().value(), one.name(), one.probability(), reasons);
    }

    private static Reason reason(Evidence one) {
        return new Reason(one.kind(), one.level(), one.words(), one.bits());
    }
}
