package dev.rapport.understanding.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class EmbeddingTests {

    @Test
    void onlyTheDirectionCounts() {
        float[] vector = random(1);
        float[] longer = vector.clone();
        float[] opposite = vector.clone();
        for (int i = 0; i < vector.length; i++) {
            longer[i] *= 40;
            opposite[i] *= -1;
        }

        assertThat(Embedding.of(vector)).isEqualTo(Embedding.of(longer));
        assertThat(Embedding.of(vector).likeness(Embedding.of(longer))).isCloseTo(1, within(1e-9));
        assertThat(Embedding.of(vector).likeness(Embedding.of(opposite))).isCloseTo(-1, within(1e-9));
        assertThat(Embedding.of(vector).likeness(Embedding.of(random(2)))).isCloseTo(0, within(0.2));
    }

    @Test
    void likenessIsThatOfTheWholeNumbersToTheSecondPlace() {
        float[] one = random(3);
        float[] other = random(4);
        for (int i = 0; i < one.length; i++) {
            other[i] = one[i] + 0.6f * other[i];
        }
        double dot = 0;
        double square = 0;
        double otherSquare = 0;
        for (int i = 0; i < one.length; i++) {
            dot += one[i] * other[i];
            square += one[i] * one[i];
            otherSquare += other[i] * other[i];
        }

        assertThat(Embedding.of(one).likeness(Embedding.of(other)))
                .isCloseTo(dot / Math.sqrt(square * otherSquare), within(0.01));
    }

    @Test
    void itIsTheSameAfterItWasKept() {
        Embedding one = Embedding.of(random(5));

        assertThat(Embedding.of(one.bytes())).isEqualTo(one).hasSameHashCodeAs(one);
        assertThat(one.signature()).hasSize(384).matches("[01]+").contains("0", "1");
    }

    @Test
    void whatIsNoDirectionIsRefused() {
        float[] endless = random(6);
        endless[7] = Float.POSITIVE_INFINITY;

        assertThatThrownBy(() -> Embedding.of(new float[384])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Embedding.of(new float[] {1, 2})).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Embedding.of(endless)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Embedding.of(new byte[3])).isInstanceOf(IllegalArgumentException.class);
    }

    private static float[] random(int seed) {
        Random random = new Random(seed);
        float[] vector = new float[Embedding.DIMENSIONS];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return vector;
    }
}
