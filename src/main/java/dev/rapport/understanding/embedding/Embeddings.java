package dev.rapport.understanding.embedding;

import dev.rapport.access.Audit;
import dev.rapport.shared.UserId;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Switches the sentence model on and off: it is off until somebody says otherwise. */
@Service
@Transactional
public class Embeddings {

    private static final String SUBJECT = "sentence-model";

    private final SwitchStore store;
    private final ModelFolder folder;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Embeddings(SwitchStore store, ModelFolder folder, Audit audit, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.folder = folder;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** It was switched on or off. */
    public record Switched() {}

    @Transactional(readOnly = true)
    public Optional<EmbeddingSwitch> find() {
        return store.find();
    }

    @Transactional(readOnly = true)
    public boolean isOn() {
        return store.find().filter(EmbeddingSwitch::isOn).isPresent();
    }

    /**
     * Loads the model, puts a few sentences to it and switches it on.
     *
     * @throws ModelFailed when it is not there, cannot be loaded or makes no sense; then nothing is switched on
     */
    public void switchOn(UserId by) {
        Sense.check(folder.open());
        turn(true, by);
    }

    /** No vector is computed and nothing is compared any more; those that are kept stay for another time. */
    public void switchOff(UserId by) {
        if (isOn()) {
            turn(false, by);
        }
    }

    /** Notes why it does not work. */
    public void failed(ModelFailed failure) {
        store.failed(failure.trouble(), clock.instant());
    }

    /** Notes that it works. */
    public void worked() {
        store.worked();
    }

    private void turn(boolean isOn, UserId by) {
        store.put(isOn, ModelFolder.MODEL, by, clock.instant());
        audit.record(
                isOn ? "sentence-model.switched-on" : "sentence-model.switched-off",
                SUBJECT,
                "1",
                Map.of("model", ModelFolder.MODEL));
        events.publishEvent(new Switched());
    }
}
