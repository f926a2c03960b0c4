package dev.rapport.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.access.OnOneDatabase;
import dev.rapport.access.Staff;
import dev.rapport.conversations.SpokenBy;
import dev.rapport.shared.PersonId;
import dev.rapport.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@OnOneDatabase
@TestPropertySource(properties = "rapport.batch.workers=0")
class ToldTests {

    private static final String WORDS = "The left ear of my Halo 10 is silent since Tuesday.";

    @Autowired
    private Told told;

    @Autowired
    private People people;

    @Autowired
    private Staff staff;

    @Autowired
    private JdbcClient jdbc;

    private UserId piet;

    @BeforeEach
    void pietIsAtTheShop() {
        piet = staff.viewer().id();
    }

    @Test
    void whatAKnownPersonSaidIsCreditedToThem() {
        PersonId maren = people.add(new AddPerson(PersonFacts.named("Maren Holt"), Origin.ENTERED, piet));

        Optional<PersonId> speaker = told.record(telling(UUID.randomUUID(), maren, null));

        assertThat(speaker).contains(maren);
        assertThat(people.profilesOf(maren)).hasSize(1);
        assertThat(waiting()).isEqualTo(1);
    }

    @Test
    void secondTellingOfAPersonIsTheSameVoice() {
        PersonId maren = people.add(new AddPerson(PersonFacts.named("Maren Holt"), Origin.ENTERED, piet));

        told.record(telling(UUID.randomUUID(), maren, null));
        told.record(telling(UUID.randomUUID(), maren, null));

        assertThat(people.profilesOf(maren)).hasSize(1);
        assertThat(waiting()).isEqualTo(2);
    }

    @Test
    void nameNobodyHasBecomesAPerson() {
        PersonId tomas = told.record(telling(UUID.randomUUID(), null, " Tomas Lindqvist "))
                .orElseThrow();

        assertThat(people.find(tomas)).hasValueSatisfying(person -> {
            assertThat(person.name()).isEqualTo("Tomas Lindqvist");
            assertThat(person.origin()).isEqualTo(Origin.HEARD);
        });
    }

    @Test
    void strangerIsHeardWithoutBecomingAnybody() {
        assertThat(told.record(telling(UUID.randomUUID(), null, null))).isEmpty();

        assertThat(waiting()).isEqualTo(1);
        assertThat(count("people.links")).isZero();
    }

    @Test
    void formSentTwiceIsHeardOnce() {
        UUID key = UUID.randomUUID();
        told.record(telling(key, null, "Leila Benali"));

        assertThat(told.record(telling(key, null, "Leila Benali"))).isEmpty();

        assertThat(waiting()).isEqualTo(1);
        assertThat(count("people.persons")).isEqualTo(1);
    }

    @Test
    void silenceIsNotKept() {
        RecordTold silence = new RecordTold(
                UUID.randomUUID(),
                null,
                null,
                SpokenBy.PHONE,
                "  \n ",
                null,
                Instant.now(),
                piet,
                "Piet Vos",
                List.of());

        assertThatThrownBy(() -> told.record(silence)).isInstanceOf(IllegalArgumentException.class);
    }

    private RecordTold telling(UUID key, @Nullable PersonId person, @Nullable String newName) {
        return new RecordTold(
                key,
                person,
                newName,
                SpokenBy.FACE_TO_FACE,
                WORDS,
                "the shop in Utrecht",
                Instant.now(),
                piet,
                "Piet Vos",
                List.of());
    }

    /** Messages that were taken in and wait for the next step. */
    private long waiting() {
        return count("conversations.heard");
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
