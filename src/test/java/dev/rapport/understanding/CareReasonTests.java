package dev.rapport.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CareReasonTests {

    @Test
    void keyIsMadeOfTheName() {
        assertThat(CareReason.named("Gift wrapping", "").key()).isEqualTo("gift-wrapping");
        assertThat(CareReason.named("Problème d’étiquette!", "").key()).isEqualTo("probleme-d-etiquette");
        assertThat(CareReason.named("2nd delivery", "").key()).isEqualTo("nd-delivery");
        assertThat(CareReason.named("包装", "").key()).startsWith("reason-");
        assertThat(CareReason.named("long ".repeat(12), "").key()).hasSizeLessThanOrEqualTo(40);
    }

    @Test
    void onlyAShippedReasonGoesWithoutAName() {
        assertThat(new CareReason("late", null, "").problems()).isEmpty();
        assertThat(new CareReason("gift", null, "").problems()).containsExactly("name");
        assertThat(CareReason.named(" ", "").problems()).containsExactly("name");
    }

    @Test
    void eachOfItsPatternsHasToBeSound() {
        assertThat(CareReason.named("Gift", "gift wrapping; ~ bow; " + "a/b ".repeat(40))
                        .problems())
                .containsExactlyInAnyOrder("gap", "wide");
    }
}
