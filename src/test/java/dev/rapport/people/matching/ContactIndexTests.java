package dev.rapport.people.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.shared.PersonId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ContactIndexTests {

    private static final ProfileFacts PROFILE = ProfileFacts.handle("forum", "zelda.quintero");

    @Test
    void addedContactIsFoundAtOnce() {
        ContactIndex index = Crowd.index();
        var matcher = new Matcher(index, Model.shipped());
        assertThat(matcher.resolve(PROFILE).candidates())
                .noneMatch(candidate -> candidate.person().value() == 7);
        index.put(Crowd.person(7, "Zelda", "Quintero"));
        assertThat(matcher.resolve(PROFILE).likeliest())
                .hasValueSatisfying(best -> assertThat(best.person()).isEqualTo(new PersonId(7)));
    }

    @Test
    void changedNameCountsAndTheOldOneIsGone() {
        ContactIndex index = Crowd.index();
        index.put(Crowd.person(7, "Zelda", "Quintero"));
        index.put(Crowd.person(7, "Zelda", "Harrowgate"));
        var matcher = new Matcher(index, Model.shipped());
        assertThat(first(matcher, "zeldaharrowgate")).isEqualTo(7);
        assertThat(matcher.resolve(PROFILE).zone()).isNotEqualTo(Zone.LINK);
        assertThat(index.size()).isEqualTo(401);
    }

    @Test
    void removedContactIsNobody() {
        ContactIndex index = Crowd.index();
        index.put(Crowd.person(7, "Zelda", "Quintero"));
        index.remove(new PersonId(7));
        index.remove(new PersonId(7));
        assertThat(new Matcher(index, Model.shipped()).resolve(PROFILE).candidates())
                .isEmpty();
        assertThat(index.size()).isEqualTo(400);
    }

    @Test
    void changesInAnyOrderLeaveTheSameIndex() {
        List<Contact> contacts = Crowd.everybody();
        var plain = new ContactIndex();
        contacts.forEach(plain::put);
        var changed = new ContactIndex();
        List<Contact> shuffled = new ArrayList<>(contacts);
        var random = new Random(3);
        for (int round = 0; round < 3; round++) {
            Collections.shuffle(shuffled, random);
            shuffled.forEach(contact -> changed.put(Crowd.person(contact.id().value(), "Old", "Name")));
            shuffled.stream().filter(contact -> random.nextBoolean()).forEach(contact -> changed.remove(contact.id()));
            shuffled.forEach(changed::put);
        }
        for (String handle :
                List.of("annasmith", "PeterNovak", "mrossi", "realjohnbrown", "lucy", "smithova260", "kweber")) {
            ProfileFacts profile = ProfileFacts.handle("forum", handle);
            assertThat(new Matcher(changed, Model.shipped()).resolve(profile))
                    .isEqualTo(new Matcher(plain, Model.shipped()).resolve(profile));
        }
    }

    private static long first(Matcher matcher, String handle) {
        return matcher.resolve(ProfileFacts.handle("forum", handle))
                .candidates()
                .getFirst()
                .person()
                .value();
    }
}
