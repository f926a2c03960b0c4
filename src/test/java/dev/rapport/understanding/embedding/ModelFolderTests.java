package dev.rapport.understanding.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.shared.RapportHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFolderTests {

    @TempDir
    private Path home;

    private ModelFolder folder;

    @BeforeEach
    void aHome() {
        folder = new ModelFolder(new RapportHome(home));
    }

    @Test
    void aModelThatIsPutThereIsFoundWithoutAnotherStart() {
        assertThat(trouble()).isEqualTo(ModelTrouble.MISSING);

        StubSentenceModel.putInto(folder.path());

        SentenceModel model = folder.open();
        Embedding dead = model.of("One earcup is dead");
        assertThat(dead.likeness(model.of("The left side of the headphones stopped working")))
                .isGreaterThan(dead.likeness(model.of("The colour of a parcel")));
        assertThat(folder.open()).isSameAs(model);
    }

    @Test
    void aModelThatIsTakenAwayIsGone() {
        StubSentenceModel.putInto(folder.path());
        folder.open();

        StubSentenceModel.takeOutOf(folder.path());

        assertThat(trouble()).isEqualTo(ModelTrouble.MISSING);
    }

    @Test
    void halfAFileAndForeignFilesAreNoModel() throws IOException {
        Files.createDirectories(folder.path());
        Files.writeString(folder.path().resolve("readme.txt"), "nothing here");
        assertThat(trouble()).isEqualTo(ModelTrouble.MISSING);

        Files.writeString(folder.path().resolve("model.jar"), "half");
        assertThat(trouble()).isEqualTo(ModelTrouble.MISSING);
        assertThat(trouble()).isEqualTo(ModelTrouble.MISSING);

        StubSentenceModel.putInto(folder.path());
        assertThat(folder.open()).isNotNull();
    }

    @Test
    void itSeesNothingOfTheApplicationAndTellsNobodyWhereItRuns() {
        StubSentenceModel.putInto(folder.path());
        ClassLoader before = Thread.currentThread().getContextClassLoader();

        folder.open();

        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
        assertThat(System.getProperty("OPT_OUT_TRACKING")).isEqualTo("true");
        assertThat(System.getProperty("ai.djl.offline")).isEqualTo("true");
        assertThat(Path.of(System.getProperty("ENGINE_CACHE_DIR"))).startsWithRaw(home);
    }

    @Test
    void whatCannotBeReadFailsAndTheNextCanBe() {
        StubSentenceModel.putInto(folder.path());
        SentenceModel model = folder.open();

        assertThatThrownBy(() -> model.of("UNREADABLE")).isInstanceOf(ModelFailed.class);
        assertThat(model.of("Something else")).isNotNull();
    }

    @Test
    void aModelThatMakesNoSenseIsNoticed() {
        StubSentenceModel.putSenselessInto(folder.path());

        assertThatThrownBy(() -> Sense.check(folder.open()))
                .isInstanceOfSatisfying(
                        ModelFailed.class,
                        failed -> assertThat(failed.trouble()).isEqualTo(ModelTrouble.SENSELESS));
    }

    private ModelTrouble trouble() {
        try {
            folder.open();
            throw new AssertionError("There is a model");
        } catch (ModelFailed failed) {
            return failed.trouble();
        }
    }
}
