package dev.rapport.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.shared.TeamId;
import dev.rapport.shared.UserId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CaseTests {

    private static final Instant NOON = Instant.parse("2026-11-12T12:00:00Z");

    @Test
    void resolvedCaseCannotBeResolvedAgain() {
        assertThatThrownBy(() -> open().resolved().resolved())
                .isInstanceOfSatisfying(
                        CannotChange.class, refusal -> assertThat(refusal.why()).isEqualTo(CannotChange.Why.RESOLVED));
    }

    @Test
    void resolvedCaseCanBeOpenedAgain() {
        assertThat(open().resolved().reopened().state()).isEqualTo(CaseState.OPEN);
    }

    @Test
    void nothingIsPutAsideIntoThePast() {
        assertThatThrownBy(() -> open().snoozed(NOON, NOON)).isInstanceOf(CannotChange.class);
    }

    @Test
    void whoHadItInTheFormerTeamHasItNoLonger() {
        Case handed = open().assignedTo(new UserId(3)).handedTo(new TeamId(2));
        assertThat(handed.teamId()).isEqualTo(new TeamId(2));
        assertThat(handed.assigneeId()).isNull();
    }

    @Test
    void onlyAnOpenCaseIsOverdue() {
        assertThat(open().isOverdue(NOON.plusSeconds(61))).isTrue();
        assertThat(open().isOverdue(NOON)).isFalse();
        assertThat(open().waiting().isOverdue(NOON.plusSeconds(61))).isFalse();
    }

    @Test
    void titleIsNeitherEmptyNorEndless() {
        assertThatThrownBy(() -> open().named(" ")).isInstanceOf(CannotChange.class);
        assertThatThrownBy(() -> open().named("x".repeat(201))).isInstanceOf(CannotChange.class);
        assertThat(open().named(" Bag lost ").title()).isEqualTo("Bag lost");
    }

    private static Case open() {
        return new Case(new CaseId(1001), "Bag", CaseState.OPEN, null, null, 50, NOON.plusSeconds(60), null, 1);
    }
}
