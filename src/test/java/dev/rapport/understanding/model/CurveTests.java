package dev.rapport.understanding.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurveTests {

    @Test
    void whoIsRightLessOftenThanTheySaySoundsLessSure() {
        List<Curve.Checked> answers = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            answers.add(new Curve.Checked(0.9f, i % 10 < 7, 1));
            answers.add(new Curve.Checked(0.5f, i % 10 < 4, 1));
        }

        Curve curve = Curve.through(answers);

        assertThat(curve.of(0.9)).isCloseTo(0.7, within(0.01));
        assertThat(curve.of(0.5)).isCloseTo(0.4, within(0.01));
    }

    @Test
    void neverFalls() {
        List<Curve.Checked> answers = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            answers.add(new Curve.Checked(i / 2000f, i % 7 < 3 || i % 11 == 0, 1));
        }

        Curve curve = Curve.through(answers);

        for (double said = 0.05; said < 1; said += 0.05) {
            assertThat(curve.of(said)).isGreaterThanOrEqualTo(curve.of(said - 0.05));
        }
    }
}
