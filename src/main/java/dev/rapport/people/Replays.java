package dev.rapport.people;

import dev.rapport.people.EvidenceStore.Change;
import dev.rapport.shared.PersonId;
import dev.rapport.shared.ProfileId;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares all voices with all persons again, as after a change of rules. What people decided stays. Nothing is kept of a dry
 * run, which says what would become of every link.
 */
@Service
public class Replays {

    private static final int PAGE = 200;

    /** What became of a link, or would. */
    public record Difference(
            ProfileId profile, PersonId person, @Nullable LinkState before, LinkState now) {}

    /**
     * Where a replay is.
     *
     * @param last the last voice compared; a replay that was broken off goes on behind it
     * @param compared how many so far
     */
    public record Part(ProfileId last, long compared, List<Difference> differences) {}

    private final Contacts contacts;
    private final Lookups lookups;
    private final ComparedVoices voices;
    private final TellsWhoChanged tells;
    private final TransactionTemplate transaction;

    Replays(
            Contacts contacts,
            Lookups lookups,
            ComparedVoices voices,
            TellsWhoChanged tells,
            TransactionTemplate transaction) {
        this.contacts = contacts;
        this.lookups = lookups;
        this.voices = voices;
        this.tells = tells;
        this.transaction = transaction;
    }

    /**
     * Goes through the voices in the order of their numbers, each page in a transaction of its own.
     *
     * @param after the last voice of a replay that was broken off, else 0
     * @param goesOn given each part when it is done; false stops after it
     */
    public void run(long after, boolean isDry, Predicate<Part> goesOn) {
        contacts.fill();
        contacts.follow();
        long compared = 0;
        List<ProfileId> page = voices.after(after, PAGE);
        while (!page.isEmpty()) {
            compared += page.size();
            if (!goesOn.test(new Part(page.getLast(), compared, differences(page, isDry)))) {
                return;
            }
            page = voices.after(page.getLast().value(), PAGE);
        }
    }

    private List<Difference> differences(List<ProfileId> page, boolean isDry) {
        List<Change> changes = transaction.execute(status -> {
            List<Change> made = lookups.again(page);
            if (isDry) {
                status.setRollbackOnly();
            } else {
                tells.changed(made);
            }
            return made;
        });
        return changes == null
                ? List.of()
                : changes.stream()
                        .filter(change -> change.before() != change.now())
                        .map(change -> new Difference(change.profile(), change.person(), change.before(), change.now()))
                        .toList();
    }
}
