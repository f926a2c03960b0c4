package dev.rapport.understanding.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class LearnerTests {

    private static final int GOOD = Hashes.of("good");
    private static final int BAD = Hashes.of("bad");

    @Test
    void whatWasSeenWithALabelSpeaksForIt() {
        Linear model = taught();

        assertThat(says(model, GOOD)[0]).isGreaterThan(0.8f);
        assertThat(says(model, BAD)[1]).isGreaterThan(0.8f);
    }

    @Test
    void whatWasNeverSeenSaysNothing() {
        assertThat(says(taught(), Hashes.of("sideways"))).containsExactly(0.5f, 0.5f);
    }

    @Test
    void theSameLessonsGiveTheSameBytes() throws IOException {
        assertThat(bytes(taught())).isEqualTo(bytes(taught()));
    }

    @Test
    void aModelReadBackSaysTheSame() throws IOException {
        Linear model = taught();

        Linear again = Linear.read(new DataInputStream(new ByteArrayInputStream(bytes(model))));

        assertThat(says(again, GOOD)).isEqualTo(says(model, GOOD));
    }

    @Test
    void aLayerAddsOnlyWhatWasNotSaidAlready() {
        var learner = new Learner(2, 1, new Learner.Settings(10, 0.1f, 0, 1, 0));
        for (int i = 0; i < 20; i++) {
            learner.add(example(GOOD, 0).over(new float[] {8, -8}));
        }

        assertThat(says(learner.learn(), GOOD)[0]).isLessThan(0.6f);
    }

    private static Linear taught() {
        var learner = new Learner(2, 1, new Learner.Settings(10, 0.1f, 0.0001f, 1, 0));
        for (int i = 0; i < 20; i++) {
            learner.add(example(GOOD, 0));
            learner.add(example(BAD, 1));
        }
        return learner.learn();
    }

    private static Example example(int key, int label) {
        return new Example(new int[] {key}, 1, new float[] {0}, label, 3, 1);
    }

    private static float[] says(Linear model, int key) {
        var chances = new float[2];
        model.add(key, 1, chances, 0);
        Linear.chances(chances);
        return chances;
    }

    private static byte[] bytes(Linear model) throws IOException {
        var bytes = new ByteArrayOutputStream();
        model.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}
