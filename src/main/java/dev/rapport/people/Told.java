package dev.rapport.people;

import dev.rapport.conversations.HearSpoken;
import dev.rapport.conversations.Spoken;
import dev.rapport.shared.PersonId;
import dev.rapport.shared.ProfileId;
import dev.rapport.shared.UserId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What somebody told one of us face to face or on the phone, credited to the person who said it. Whoever wrote it down
 * knows who spoke, so the link between the voice and the person is their decision and can be taken back like any other.
 */
@Service
public class Told {

    private final People people;
    private final Links links;
    private final Spoken spoken;

    Told(People people, Links links, Spoken spoken) {
        this.people = people;
        this.links = links;
        this.spoken = spoken;
    }

    /**
     * Takes it down; sent twice it is heard once.
     *
     * @return who said it; empty for a stranger, or when it was taken down before
     * @throws CannotKeep when the new person's name cannot be
     * @throws NoSuchPerson when the person is gone
     * @throws IllegalArgumentException when nothing was said, or too much
     */
    @Transactional
    public Optional<PersonId> record(RecordTold command) {
        if (spoken.isHeard(command.key())) {
            return Optional.empty();
        }
        Optional<PersonId> speaker = speaker(command);
        ProfileId voice = speaker.map(person -> voiceOf(person, command.by())).orElseGet(() -> spoken.newVoice(null));
        spoken.hear(new HearSpoken(
                command.key(),
                voice,
                command.how(),
                command.words(),
                command.place(),
                command.saidAt(),
                command.byName(),
                command.pictures()));
        return speaker;
    }

    private Optional<PersonId> speaker(RecordTold command) {
        PersonId known = command.person();
        if (known != null) {
            return Optional.of(known);
        }
        String name = stripped(command.newName());
        return name.isEmpty()
                ? Optional.empty()
                : Optional.of(people.add(new AddPerson(PersonFacts.named(name), Origin.HEARD, command.by())));
    }

    private ProfileId voiceOf(PersonId id, UserId by) {
        Person person = people.find(id).orElseThrow(() -> new NoSuchPerson(id));
        return spoken.voiceAmong(people.profilesOf(id)).orElseGet(() -> {
            ProfileId voice = spoken.newVoice(person.name());
            links.confirm(new ConfirmLink(voice, id, by, null));
            return voice;
        });
    }

    private static String stripped(@Nullable String name) {
        return name == null ? "" : name.strip();
    }
}
