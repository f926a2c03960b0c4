package dev.rapport.people.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.shared.PersonId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MatcherTests {

    private final ContactIndex index = Crowd.index();
    private final Matcher matcher = new Matcher(index, Model.shipped());

    @BeforeEach
    void somebodyIsKnown() {
        index.put(Crowd.known(7, "Zelda", "Quintero"));
    }

    @Test
    void rareWholeNameLinks() {
        Answer answer = matcher.resolve(ProfileFacts.handle("forum", "ZeldaQuintero"));
        assertThat(answer.zone()).isEqualTo(Zone.LINK);
        assertThat(answer.candidates().getFirst().person()).isEqualTo(new PersonId(7));
    }

    @Test
    void strangersHandleStaysAnonymous() {
        assertThat(matcher.resolve(ProfileFacts.handle("forum", "bluewhale_77")).zone())
                .isEqualTo(Zone.LEAVE);
        assertThat(matcher.resolve(ProfileFacts.handle("forum", "")).candidates())
                .isEmpty();
    }

    @Test
    void twoPersonsOfOneNameAreNotLinkedByThemselves() {
        index.put(Crowd.person(8, "Zelda", "Quintero"));
        Answer answer = matcher.resolve(ProfileFacts.handle("forum", "zeldaquintero"));
        assertThat(answer.zone()).isNotEqualTo(Zone.LINK);
        assertThat(answer.candidates())
                .extracting(candidate -> candidate.person().value())
                .contains(7L, 8L);
    }

    @Test
    void probabilitiesOfRivalsAndNobodySumToOne() {
        index.put(Crowd.person(8, "Zelda", "Quintero"));
        for (String handle : List.of("zeldaquintero", "zquintero", "quintero", "nothing", "zeldaq")) {
            Answer answer = matcher.resolve(ProfileFacts.handle("forum", handle));
            double sum = answer.nobody()
                    + answer.candidates().stream()
                            .mapToDouble(Candidate::probability)
                            .sum();
            assertThat(sum).as(handle).isCloseTo(1, within(0.01));
        }
    }

    @Test
    void sameQuestionGetsTheSameAnswer() {
        ProfileFacts profile = profile("quintero_z", "Zelda Q.", "From Jutland", "Aarhus");
        assertThat(matcher.resolve(profile)).isEqualTo(matcher.resolve(profile));
    }

    @Test
    void everyEvidenceIsNamedAndTheyAddUp() {
        Answer answer = matcher.resolve(profile("quintero_z", "Zelda Quintero", "Engineer at Solvane", "Aarhus"));
        Candidate best = answer.candidates().getFirst();
        assertThat(best.evidence())
                .extracting(Evidence::kind)
                .contains(Kind.DISPLAY_NAME, Kind.PLACE, Kind.ROLE, Kind.ORGANISATION);
        assertThat(best.evidence())
                .filteredOn(one -> one.kind() == Kind.PLACE)
                .extracting(Evidence::found)
                .containsExactly("aarhus");
        assertThat(best.evidence())
                .allSatisfy(one -> assertThat(one.kind().levels()).contains(one.level()));
        assertThat(best.bits()).isGreaterThan(5);
    }

    @Test
    void privateNumberOfTheirsTellsWhoSomebodyIs() {
        var facts = new ProfileFacts("forum", "bluewhale_77", "", "", "", "", false, List.of("k-2044817"));
        assertThat(matcher.resolve(facts).candidates().getFirst().person()).isEqualTo(new PersonId(7));
    }

    @Test
    void handleKnownFromElsewhereIsEvidence() {
        Answer answer = matcher.resolve(ProfileFacts.handle("forum", "OldOwl99"));
        assertThat(answer.candidates().getFirst().evidence())
                .anySatisfy(one -> assertThat(one.level()).isEqualTo("elsewhere"));
    }

    @Test
    void placeWhereFewAreCustomersAsksForMore() {
        var rates = new PlaceRates(0.7);
        for (int i = 0; i < 300; i++) {
            rates.learn("#fun", i % 50 == 0);
        }
        ProfileFacts profile = ProfileFacts.handle("forum", "zquintero");
        assertThat(rates.shift("#fun")).isLessThan(-2);
        assertThat(rates.shift("inbox")).isCloseTo(0, within(1e-9));
        assertThat(matcher.resolve(profile, rates.shift("#fun")).nobody())
                .isGreaterThan(matcher.resolve(profile).nobody());
    }

    private static ProfileFacts profile(String handle, String name, String bio, String location) {
        return new ProfileFacts("forum", handle, name, bio, location, "", false, List.of());
    }
}
