package dev.rapport.people.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SchoolTests {

    private final ContactIndex index = Crowd.index();
    private final School school = new School(index);

    @Test
    void refusedAnswersMakeTheSameEvidenceWeighLess() {
        ProfileFacts doubtful = ProfileFacts.handle("forum", "asmithova260");
        List<Lesson> answers = new ArrayList<>();
        for (int i = 200; i < 240; i++) {
            answers.add(new Lesson(
                    ProfileFacts.handle("forum", "q" + Crowd.everybody().get(i).familyName()), null, "queue"));
        }
        Model taught = school.withAnswers(Model.shipped(), answers);
        assertThat(new Matcher(index, taught).resolve(doubtful).nobody())
                .isGreaterThan(
                        new Matcher(index, Model.shipped()).resolve(doubtful).nobody());
    }

    @Test
    void learningIsDeterministic() {
        List<Lesson> lessons = Crowd.everybody().subList(200, 260).stream()
                .map(contact -> new Lesson(
                        ProfileFacts.handle("forum", contact.givenName() + contact.familyName()),
                        contact.id(),
                        "source " + contact.id().value() % 3))
                .toList();
        assertThat(school.trained(lessons).text())
                .isEqualTo(school.trained(lessons).text());
    }

    @Test
    void withoutAnswersWholeNamesStillOutweighSurnames() {
        List<ProfileFacts> profiles = Crowd.everybody().subList(200, 400).stream()
                .map(contact -> ProfileFacts.handle("forum", contact.givenName() + contact.familyName()))
                .toList();
        Weights weights = school.withoutAnswers(profiles).weights();
        assertThat(weights.of(Kind.HANDLE, Form.GIVEN_FAMILY.ordinal()))
                .isGreaterThan(weights.of(Kind.HANDLE, Form.FAMILY.ordinal()));
    }

    @Test
    void shippedWeightsNameEveryLevel() {
        Map<String, List<String>> lines = WordFile.read("weights");
        for (Kind kind : Kind.values()) {
            for (String level : kind.levels()) {
                assertThat(lines).containsKey(kind.name().toLowerCase(java.util.Locale.ROOT) + " " + level);
            }
        }
    }

    @Test
    void curveIsHonestAboutWhatItWasFittedOn() {
        List<Stated> stated = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            stated.add(new Stated(0.6, i % 10 < 8));
            stated.add(new Stated(0.9, i % 20 < 19));
        }
        Calibration curve = Calibration.fitted(stated);
        assertThat(curve.of(0.6)).isBetween(0.79, 0.81);
        assertThat(curve.of(0.9)).isBetween(0.94, 0.96);
    }

    @Test
    void recordsOfOnePersonFindEachOther() {
        List<Fields> left = new ArrayList<>();
        List<Fields> right = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String given = "given" + Integer.toString(i * 7919 % 4099, 36);
            String family = "family" + Integer.toString(i * 104_729 % 8191, 36);
            left.add(new Fields(i, List.of(given, family, "street " + i * 31 % 997, "1" + i)));
            right.add(new Fields(i, List.of(family, given, "street " + i * 31 % 997, "")));
        }
        assertThat(SamePersons.find(left, right)).hasSizeGreaterThan(190).allMatch(pair -> pair.left() == pair.right());
    }
}
