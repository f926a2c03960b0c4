package dev.rapport.demo;

import dev.rapport.access.Team;
import dev.rapport.access.Teams;
import dev.rapport.access.User;
import dev.rapport.access.Users;
import dev.rapport.cases.AssignCase;
import dev.rapport.cases.CaseId;
import dev.rapport.cases.Cases;
import dev.rapport.cases.HandOver;
import dev.rapport.cases.OpenCase;
import dev.rapport.cases.Resolution;
import dev.rapport.cases.ResolveCase;
import dev.rapport.cases.SnoozeCase;
import dev.rapport.cases.WriteNote;
import dev.rapport.conversations.Conversations;
import dev.rapport.conversations.Messages;
import dev.rapport.conversations.ReplyTo;
import dev.rapport.people.ConfirmLink;
import dev.rapport.people.Links;
import dev.rapport.people.People;
import dev.rapport.people.PersonFound;
import dev.rapport.people.RefuseLink;
import dev.rapport.shared.PersonId;
import dev.rapport.shared.ProfileId;
import dev.rapport.shared.TeamId;
import dev.rapport.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Does what the staff of the world did in the last days, through the same commands as the screens. */
@Component
@WhenDemo
class DoesDeeds {

    private final List<Deed> deeds;
    private final Town town;
    private final Messages messages;
    private final Conversations conversations;
    private final Cases cases;
    private final Links links;
    private final People people;
    private final Users users;
    private final Teams teams;
    private final Clock clock;

    DoesDeeds(
            WorldFiles files,
            Town town,
            Messages messages,
            Conversations conversations,
            Cases cases,
            Links links,
            People people,
            Users users,
            Teams teams,
            Clock clock) {
        this.deeds = files.lines("deeds.ndjson", Deed.class);
        this.town = town;
        this.messages = messages;
        this.conversations = conversations;
        this.cases = cases;
        this.links = links;
        this.people = people;
        this.users = users;
        this.teams = teams;
        this.clock = clock;
    }

    void doAll() {
        deeds.forEach(this::carryOut);
    }

    private void carryOut(Deed deed) {
        Messages.Placed said = said(deed.message());
        UserId by = user(deed.by());
        switch (deed.kind()) {
            case NOTE -> cases.note(new WriteNote(said.conversation(), by, words(deed)));
            case REPLY -> conversations.reply(new ReplyTo(said.conversation(), by, words(deed), said.id()));
            case ASSIGN -> cases.assign(new AssignCase(caseOf(said, by), by, user(to(deed)), null));
            case HAND_OVER -> cases.handOver(new HandOver(caseOf(said, by), by, team(to(deed))));
            case WAIT -> cases.await(caseOf(said, by), by);
            case SNOOZE ->
                cases.snooze(
                        new SnoozeCase(caseOf(said, by), by, clock.instant().plus(sleep(deed))));
            case RESOLVE -> cases.resolve(new ResolveCase(caseOf(said, by), by, reason(deed), deed.words(), null));
            case LINK -> links.confirm(new ConfirmLink(profile(said), person(to(deed)), by, deed.words()));
            case REFUSE_LINK -> links.refuse(new RefuseLink(profile(said), person(to(deed)), by, deed.words()));
        }
    }

    /** The conversation's case; who works on one without gets it by that. */
    private CaseId caseOf(Messages.Placed said, UserId by) {
        return cases.caseOf(said.conversation())
                .orElseGet(() -> cases.open(OpenCase.byHand(said.conversation(), by, "")));
    }

    private Messages.Placed said(String message) {
        return messages.find(town.placeOf(message).name(), message).orElseThrow();
    }

    private UserId user(String name) {
        return users.active().stream()
                .filter(user -> user.name().equals(name))
                .map(User::id)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody called " + name + " works in the demo world."));
    }

    private TeamId team(String name) {
        return teams.all().stream()
                .filter(team -> team.name().equals(name))
                .map(Team::id)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The demo world has no team " + name + "."));
    }

    private PersonId person(String number) {
        List<PersonFound> found = people.search(number, 2);
        if (found.size() != 1) {
            throw new IllegalStateException(found.size() + " persons of the demo world have the number " + number);
        }
        return found.getFirst().id();
    }

    private static ProfileId profile(Messages.Placed said) {
        return Objects.requireNonNull(said.profile());
    }

    private static Duration sleep(Deed deed) {
        return Duration.ofHours(Objects.requireNonNull(deed.hours()));
    }

    private static Resolution.Reason reason(Deed deed) {
        return Resolution.Reason.valueOf(Objects.requireNonNull(deed.reason()));
    }

    private static String words(Deed deed) {
        return Objects.requireNonNull(deed.words());
    }

    private static String to(Deed deed) {
        return Objects.requireNonNull(deed.to());
    }
}
