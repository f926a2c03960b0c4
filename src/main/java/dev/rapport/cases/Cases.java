package dev.rapport.cases;

import dev.rapport.access.LiveUpdates;
import dev.rapport.conversations.ConversationId;
import dev.rapport.shared.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The work on what customers need: opened, given to somebody, put aside, resolved, opened again. */
@Service
@Transactional
public class Cases {

    private final CaseStore store;
    private final OpeningStore opening;
    private final ActivityStore activity;
    private final NoteStore notes;
    private final Colleagues colleagues;
    private final LiveUpdates live;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Cases(
            CaseStore store,
            OpeningStore opening,
            ActivityStore activity,
            NoteStore notes,
            Colleagues colleagues,
            LiveUpdates live,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.opening = opening;
        this.activity = activity;
        this.notes = notes;
        this.colleagues = colleagues;
        this.live = live;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Opens many cases at once. A conversation that has a case in work gets no second one, however often it is asked for.
     *
     * @return those that were opened
     */
    public List<CaseId> open(List<OpenCase> commands) {
        if (commands.isEmpty()) {
            return List.of();
        }
        List<CaseId> opened = opening.open(commands, clock.instant());
        if (!opened.isEmpty()) {
            events.publishEvent(new CasesOpened(opened));
            live.publish("inbox", "");
        }
        return opened;
    }

    /**
     * The case of one conversation: the one it is worked on in, or a new one.
     *
     * @throws CannotChange when there is no such conversation
     */
    public CaseId open(OpenCase command) {
        List<CaseId> opened = open(List.of(command));
        return opened.isEmpty()
                ? caseOf(command.conversation())
                        .orElseThrow(() -> new CannotChange(CannotChange.Why.NO_SUCH_CONVERSATION))
                : opened.getFirst();
    }

    /** The case a conversation belongs to now, resolved ones included. */
    @Transactional(readOnly = true)
    public Optional<CaseId> caseOf(ConversationId conversation) {
        return store.caseOf(conversation);
    }

    /** Customers said more in conversations with a case. */
    void hear(List<HeardAgain> heard) {
        if (!heard.isEmpty()) {
            opening.hear(heard, clock.instant());
            live.publish("inbox", "");
        }
    }

    /**
     * Writes a note beside a conversation; one without a case gets one by it. Those called in it find it among what
     * mentions them.
     */
    public NoteId note(WriteNote command) {
        if (command.words().isBlank()) {
            throw new CannotChange(CannotChange.Why.EMPTY);
        }
        if (command.words().length() > WriteNote.LONGEST) {
            throw new CannotChange(CannotChange.Why.TOO_LONG);
        }
        CaseId id = caseOf(command.conversation())
                .orElseGet(() -> open(OpenCase.byHand(command.conversation(), command.author(), "")));
        NoteId note = notes.add(id, command, clock.instant());
        notes.call(colleagues.calledIn(command.words()), id, note, clock.instant());
        live.publish("inbox", Long.toString(command.conversation().value()));
        return note;
    }

    public void assign(AssignCase command) {
        UserId to = command.to();
        if (to != null) {
            colleagues.mustAnswer(to);
        }
        change(command.id(), command.version(), found -> found.assignedTo(to));
        line(command.id(), Activity.ASSIGNED, command.by(), to, null);
    }

    public void handOver(HandOver command) {
        if (command.to() != null) {
            colleagues.mustBeTeam(command.to());
        }
        change(command.id(), null, found -> found.handedTo(command.to()));
        line(command.id(), Activity.HANDED_OVER, command.by(), command.to(), null);
    }

    public void rename(CaseId id, String title, @Nullable UserId by) {
        change(id, null, found -> found.named(title));
        line(id, Activity.RENAMED, by, null, title.strip());
    }

    public void snooze(SnoozeCase command) {
        change(command.id(), null, found -> found.snoozed(command.until(), clock.instant()));
        line(command.id(), Activity.SNOOZED, command.by(), null, command.until().toString());
    }

    /** The customer is next. */
    public void await(CaseId id, @Nullable UserId by) {
        change(id, null, Case::waiting);
        line(id, Activity.WAITING, by, null, null);
    }

    public void resolve(ResolveCase command) {
        change(command.id(), command.version(), Case::resolved);
        store.resolve(command, clock.instant());
        line(
                command.id(),
                Activity.RESOLVED,
                command.by(),
                null,
                command.reason().name());
        events.publishEvent(new CaseResolved(command.id(), command.reason()));
    }

    /** Open again; how it was resolved stays as history. Does nothing to an open case. */
    public void reopen(CaseId id, @Nullable UserId by) {
        if (store.load(id).state() != CaseState.OPEN) {
            change(id, null, Case::reopened);
            store.reopen(id, by, clock.instant());
            line(id, Activity.REOPENED, by, null, null);
        }
    }

    /** Makes a conversation part of another case; a case that is left without any is resolved as a duplicate. */
    public void join(JoinConversation command) {
        Instant now = clock.instant();
        Optional<CaseId> left = store.caseOf(command.conversation()).filter(id -> !id.equals(command.to()));
        store.join(command.conversation(), store.load(command.to()), command.by(), now);
        line(command.to(), Activity.JOINED, command.by(), command.conversation(), null);
        left.filter(id -> store.conversationsOf(id).isEmpty() && !store.load(id).isResolved())
                .ifPresent(id -> resolve(new ResolveCase(
                        id,
                        command.by(),
                        Resolution.Reason.DUPLICATE,
                        command.to().toString(),
                        null)));
    }

    /** We wrote to the customer, so the customer is next. */
    void answered(ConversationId conversation) {
        store.caseOf(conversation)
                .map(store::load)
                .filter(found -> found.state() == CaseState.OPEN || found.state() == CaseState.SNOOZED)
                .ifPresent(found -> save(found.waiting()));
    }

    /** The answer was taken back before it left, so we are next again. */
    public void answerTakenBack(ConversationId conversation) {
        store.caseOf(conversation)
                .map(store::load)
                .filter(found -> found.state() == CaseState.WAITING)
                .ifPresent(found -> save(found.reopened()));
    }

    private void change(CaseId id, @Nullable Integer version, UnaryOperator<Case> change) {
        Case found = store.load(id);
        if (version != null && version != found.version()) {
            throw new OptimisticLockingFailureException("Case " + id + " was changed meanwhile");
        }
        save(change.apply(found));
    }

    /** Screens show the state, and send the version back with what is done next. */
    private void save(Case changed) {
        store.save(changed);
        store.conversationsOf(changed.id()).forEach(each -> live.publish("inbox", Long.toString(each.value())));
    }

    private void line(
            CaseId id,
            Activity kind,
            @Nullable UserId by,
            dev.rapport.shared.@Nullable Id subject,
            @Nullable String fact) {
        activity.add(id, kind, by, subject, fact, clock.instant());
    }
}
