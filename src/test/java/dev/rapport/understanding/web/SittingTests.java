package dev.rapport.understanding.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.conversations.MessageId;
import dev.rapport.understanding.Wording;
import java.util.List;
import org.junit.jupiter.api.Test;

class SittingTests {

    private static final Wording FIRST = new Wording(new MessageId(11), 1);
    private static final Wording SECOND = new Wording(new MessageId(12), 3);

    @Test
    void addressCarriesWhatIsLeft() {
        Sitting sitting = Sitting.of(List.of(FIRST, SECOND));

        assertThat(Sitting.read(sitting.written(), sitting.of(), sitting.taught()))
                .isEqualTo(sitting);
        assertThat(sitting.position()).isEqualTo(1);
        assertThat(sitting.skipped().position()).isEqualTo(2);
        assertThat(sitting.skipped().skipped().isOver()).isTrue();
        assertThat(sitting.skipped().oneMoreTaught().address())
                .isEqualTo("/understanding/teach?left=12.3&of=2&taught=1");
    }

    @Test
    void mistypedAddressLosesOnlyWhatIsMistyped() {
        assertThat(Sitting.read("11.1-x-12.3-99999999999999999999.1", 99, -4))
                .isEqualTo(new Sitting(List.of(FIRST, SECOND), 10, 0));
    }
}
