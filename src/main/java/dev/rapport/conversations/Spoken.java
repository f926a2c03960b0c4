package dev.rapport.conversations;

import dev.rapport.channels.Inboxes;
import dev.rapport.channels.spi.Author;
import dev.rapport.channels.spi.Heard;
import dev.rapport.channels.spi.Intake;
import dev.rapport.channels.spi.Place;
import dev.rapport.shared.InboxId;
import dev.rapport.shared.ProfileId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What customers say face to face and on the phone, as whoever heard it writes it down. It goes the way of every message:
 * the same door, the same batches, the same rules.
 */
@Service
@Transactional
public class Spoken {

    /** The network of profiles that were only ever heard, and the kind of their inbox. */
    public static final String NETWORK = "heard";

    /** The longest that is taken, in characters. */
    public static final int LONGEST = 20_000;

    private static final String INBOX = "Told in person";

    private final SpokenStore store;
    private final Inboxes inboxes;
    private final Intake intake;
    private final Clock clock;

    Spoken(SpokenStore store, Inboxes inboxes, Intake intake, Clock clock) {
        this.store = store;
        this.inboxes = inboxes;
        this.intake = intake;
        this.clock = clock;
    }

    /** A new voice that belongs to nobody yet. */
    public ProfileId newVoice(@Nullable String name) {
        return store.add(UUID.randomUUID().toString(), name, clock.instant());
    }

    /** Of these profiles the one of a voice that was heard before; empty when there is none. */
    public Optional<ProfileId> voiceAmong(List<ProfileId> profiles) {
        return profiles.isEmpty() ? Optional.empty() : store.among(profiles);
    }

    /** Whether a form was written down before. */
    @Transactional(readOnly = true)
    public boolean isHeard(UUID key) {
        return inboxes.byName(INBOX)
                .map(inbox -> store.isHeard(inbox.id(), key))
                .orElse(false);
    }

    /**
     * Takes what was said; sent twice it is heard once.
     *
     * @throws IllegalArgumentException when nothing, or more than {@link #LONGEST} characters, was said
     */
    public void hear(HearSpoken command) {
        String words = command.words().replace("\r\n", "\n").strip();
        if (words.isEmpty() || words.length() > LONGEST) {
            throw new IllegalArgumentException("Say what was said, in at most " + LONGEST + " characters.");
        }
        InboxId inbox = inboxes.findOrMake(NETWORK, INBOX, NETWORK);
        intake.accept(inbox, List.of(heard(command, words)), false);
    }

    private Heard heard(HearSpoken command, String words) {
        SpokenStore.Voice voice = store.voice(command.voice());
        String where = command.place() == null || command.place().isBlank()
                ? null
                : command.place().strip();
        return new Heard(
                command.key().toString(),
                "",
                Heard.Kind.SAID,
                null,
                Author.of(NETWORK, voice.key(), null, voice.name()),
                List.of(command.to()),
                new Place(command.how().name(), where == null ? command.how().name() : where, where),
                words,
                null,
                null,
                command.saidAt(),
                null,
                null,
                List.of(),
                null,
                null,
                false,
                Heard.Visibility.PRIVATE,
                null,
                null,
                null,
                null,
                Heard.Manner.PERSONAL,
                command.pictures());
    }
}
