package dev.rapport.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.commerce.CatalogueEntry;
import dev.rapport.commerce.CatalogueSnapshot;
import dev.rapport.commerce.Standing;
import dev.rapport.commerce.Target;
import dev.rapport.conversations.ConversationId;
import dev.rapport.conversations.MessageId;
import dev.rapport.shared.TeamId;
import dev.rapport.understanding.Intent;
import dev.rapport.understanding.Polarity;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RuleBookTests {

    private static final Target OURS = new Target(Target.Kind.BRAND, 1);
    private static final Target OUR_PRODUCT = new Target(Target.Kind.PRODUCT, 1);
    private static final Target THEIRS = new Target(Target.Kind.BRAND, 2);
    private static final Standings STANDINGS = new Standings(new CatalogueSnapshot(
            1,
            List.of(
                    new CatalogueEntry(OURS, "Solvane", Standing.OURS, null, List.of(), List.of()),
                    new CatalogueEntry(OUR_PRODUCT, "Halo", Standing.OURS, OURS, List.of(), List.of()),
                    new CatalogueEntry(THEIRS, "Voltra", Standing.COMPETITOR, null, List.of(), List.of())),
            List.of()));

    private static final Rule COMPLAINT = rule(
            1,
            Rule.Match.ALL,
            50,
            240,
            null,
            condition(Condition.Kind.INTENT, "COMPLAINT"),
            condition(Condition.Kind.BLAMES, "OURS", "NOBODY"));
    private static final Rule URGENT =
            rule(2, Rule.Match.ALL, 75, 60, new TeamId(7), condition(Condition.Kind.URGENCY, "60"));

    @Test
    void complaintAboutUsOpensACase() {
        assertThat(book(COMPLAINT).judge(complaint(20, bad(OURS)))).isPresent();
        assertThat(book(COMPLAINT).judge(complaint(20, bad(OUR_PRODUCT)))).isPresent();
    }

    @Test
    void complaintThatNamesNobodyOpensACase() {
        assertThat(book(COMPLAINT).judge(complaint(20))).isPresent();
    }

    @Test
    void complaintAboutACompetitorOpensNoneEvenWhenWeArePraisedBesides() {
        assertThat(book(COMPLAINT).judge(complaint(20, bad(THEIRS)))).isEmpty();
        assertThat(book(COMPLAINT).judge(complaint(20, bad(THEIRS), good(OURS))))
                .isEmpty();
    }

    @Test
    void failureOfCareWithoutBadWordsBlamesWhomItNames() {
        assertThat(book(COMPLAINT).judge(complaint(20, neutral(OURS)))).isPresent();
        assertThat(book(COMPLAINT).judge(complaint(20, neutral(THEIRS)))).isEmpty();
    }

    @Test
    void firstRuleNamesTheCaseAndTheStricterDemandsCount() {
        RuleBook.Verdict verdict =
                book(COMPLAINT, URGENT).judge(complaint(80, bad(OURS))).orElseThrow();
        assertThat(verdict.first()).isEqualTo(COMPLAINT);
        assertThat(verdict.replyWithin()).isEqualTo(60);
        assertThat(verdict.priority()).isEqualTo(75);
        assertThat(verdict.team()).isEqualTo(new TeamId(7));
    }

    @Test
    void anyOfSeveralConditionsIsEnoughWhereTheRuleSaysSo() {
        Rule either = rule(
                3,
                Rule.Match.ANY,
                0,
                null,
                null,
                condition(Condition.Kind.LANGUAGE, "fr"),
                condition(Condition.Kind.VISIBILITY, "PUBLIC"));
        assertThat(book(either).judge(complaint(0))).isPresent();
    }

    @Test
    void ruleThatIsOffCatchesNothing() {
        Rule off = new Rule(new RuleId(9), 1, "off", false, Rule.Match.ALL, URGENT.conditions(), null, 0, null, 1);
        assertThat(book(off).judge(complaint(100))).isEmpty();
    }

    @Test
    void valuesThatFitNoConditionAreNotSound() {
        assertThat(condition(Condition.Kind.INTENT, "SHOUTING").isSound()).isFalse();
        assertThat(condition(Condition.Kind.URGENCY, "101").isSound()).isFalse();
        assertThat(condition(Condition.Kind.ABOUT, "BRAND:7").isSound()).isTrue();
    }

    private static RuleBook book(Rule... rules) {
        return new RuleBook(List.of(rules), STANDINGS);
    }

    private static Rule rule(
            long id,
            Rule.Match match,
            int priority,
            @Nullable Integer within,
            @Nullable TeamId team,
            Condition... conditions) {
        return new Rule(new RuleId(id), 1, "rule " + id, true, match, List.of(conditions), team, priority, within, 1);
    }

    private static Condition condition(Condition.Kind kind, String... values) {
        return new Condition(kind, List.of(values));
    }

    private static Understood complaint(int urgency, Understood.Judged... opinions) {
        return new Understood(
                new MessageId(1),
                new ConversationId(1),
                1,
                "PUBLIC",
                Instant.EPOCH,
                "en",
                Set.of(Intent.COMPLAINT),
                urgency,
                Polarity.NEGATIVE,
                List.of(opinions),
                null);
    }

    private static Understood.Judged bad(Target target) {
        return new Understood.Judged(target, Polarity.NEGATIVE);
    }

    private static Understood.Judged good(Target target) {
        return new Understood.Judged(target, Polarity.POSITIVE);
    }

    private static Understood.Judged neutral(Target target) {
        return new Understood.Judged(target, Polarity.NEUTRAL);
    }
}
