package dev.rapport.cases.web;

import dev.rapport.cases.CannotChange;
import dev.rapport.cases.CaseId;
import dev.rapport.cases.CaseState;
import dev.rapport.cases.Cases;
import dev.rapport.cases.NoSuchCase;
import dev.rapport.cases.OpenCase;
import dev.rapport.cases.Resolution;
import dev.rapport.cases.ResolveCase;
import dev.rapport.cases.WriteNote;
import dev.rapport.conversations.CannotReply;
import dev.rapport.conversations.ConversationId;
import dev.rapport.conversations.Conversations;
import dev.rapport.conversations.ReplyTo;
import dev.rapport.shared.SignedIn;
import dev.rapport.shared.TeamId;
import dev.rapport.shared.UserId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cases for programs. */
@RestController
@RequestMapping("/api/v1/cases")
@Tag(name = "Cases")
class CasesApiController {

    private static final String READ = "hasAuthority('SCOPE_cases:read') or hasRole('VIEWER')";
    private static final String WRITE = "hasAuthority('SCOPE_cases:write') or hasRole('AGENT')";

    private final Cases cases;
    private final Conversations conversations;
    private final CaseListReads list;
    private final CaseReads reads;

    CasesApiController(Cases cases, Conversations conversations, CaseListReads list, CaseReads reads) {
        this.cases = cases;
        this.conversations = conversations;
        this.list = list;
        this.reads = reads;
    }

    @Operation(summary = "Cases, the newest first; `next` is the `before` of the next page")
    @GetMapping
    @PreAuthorize(READ)
    public CaseListReads.Part index(
            @RequestParam(required = false) @Nullable CaseState state,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(defaultValue = "50") int limit) {
        return list.part(state, before, Math.clamp(limit, 1, 200));
    }

    @Operation(summary = "A case with its conversations, notes and what was done")
    @GetMapping("/{id}")
    @PreAuthorize(READ)
    public CasePage show(@PathVariable long id) {
        return reads.page(id).orElseThrow(() -> new NoSuchCase(id));
    }

    @Operation(summary = "Opens a case for a conversation, or answers the one it has")
    @PostMapping
    @PreAuthorize(WRITE)
    public ResponseEntity<Opened> create(@RequestBody Open open, @AuthenticationPrincipal Object who) {
        CaseId id = cases.open(new OpenCase(
                ConversationId.of(open.conversation()),
                null,
                null,
                user(who),
                open.why() == null ? "" : open.why(),
                open.team() == null ? null : new TeamId(open.team()),
                null,
                open.priority() == null ? 0 : Math.clamp(open.priority(), 0, 100),
                0,
                open.replyWithin()));
        return ResponseEntity.created(URI.create("/api/v1/cases/" + id)).body(new Opened(id.value()));
    }

    @Operation(summary = "Resolves a case")
    @PostMapping("/{id}/resolution")
    @PreAuthorize(WRITE)
    public CasePage resolve(@PathVariable long id, @RequestBody Resolve resolve, @AuthenticationPrincipal Object who) {
        cases.resolve(new ResolveCase(new CaseId(id), user(who), resolve.reason(), resolve.why(), resolve.version()));
        return show(id);
    }

    @Operation(summary = "Writes a note for colleagues")
    @PostMapping("/{id}/notes")
    @PreAuthorize(WRITE)
    public ResponseEntity<CasePage> note(
            @PathVariable long id, @RequestBody Words words, @AuthenticationPrincipal Object who) {
        cases.note(new WriteNote(newest(id), user(who), words.words()));
        return ResponseEntity.status(HttpStatus.CREATED).body(show(id));
    }

    @Operation(summary = "Answers the customer on their own channel, in the case's newest conversation")
    @PostMapping("/{id}/replies")
    @PreAuthorize(WRITE)
    public ResponseEntity<Written> reply(
            @PathVariable long id, @RequestBody Words words, @AuthenticationPrincipal Object who) {
        ConversationId conversation = newest(id);
        long message = conversations
                .reply(new ReplyTo(conversation, user(who), words.words(), null))
                .value();
        return ResponseEntity.status(HttpStatus.CREATED).body(new Written(message, conversation.value()));
    }

    @ExceptionHandler
    ProblemDetail missing(NoSuchCase missing) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, missing.getMessage());
    }

    @ExceptionHandler
    ProblemDetail refused(CannotChange refusal) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, refusal.getMessage());
    }

    @ExceptionHandler
    ProblemDetail refused(CannotReply refusal) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, refusal.getMessage());
    }

    @ExceptionHandler
    ProblemDetail changed(OptimisticLockingFailureException changed) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, "The case was changed meanwhile.");
    }

    private ConversationId newest(long id) {
        return show(id).conversations().stream()
                .findFirst()
                .map(gathered -> ConversationId.of(gathered.id()))
                .orElseThrow(() -> new CannotChange(CannotChange.Why.NO_SUCH_CONVERSATION));
    }

    /** Empty when a program acts. */
    private static @Nullable UserId user(@Nullable Object who) {
        return who instanceof SignedIn user ? user.id() : null;
    }

    record Open(
            long conversation,
            @Nullable String why,
            @Nullable Long team,
            @Nullable Integer priority,
            @Nullable Integer replyWithin) {}

    record Resolve(
            Resolution.Reason reason,
            @Nullable String why,
            @Nullable Integer version) {}

    record Words(String words) {}

    record Opened(long id) {}

    record Written(long message, long conversation) {}
}
