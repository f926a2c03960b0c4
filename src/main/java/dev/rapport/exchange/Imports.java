package dev.rapport.exchange;

import dev.rapport.exchange.spi.ImportTarget;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings files in. An import goes on where it was after a stop or a crash, and bringing a file in again adds nothing. */
@Service
public class Imports {

    private static final long GLANCE_MILLIS = 300;

    private final ImportStore store;
    private final ImportFolder folder;
    private final ImportTargets targets;
    private final Mappings mappings;
    private final ImportRunner runner;
    private final BackgroundImports background;
    private final TransactionTemplate transaction;

    Imports(
            ImportStore store,
            ImportFolder folder,
            ImportTargets targets,
            Mappings mappings,
            ImportRunner runner,
            BackgroundImports background,
            TransactionTemplate transaction) {
        this.store = store;
        this.folder = folder;
        this.targets = targets;
        this.mappings = mappings;
        this.runner = runner;
        this.background = background;
        this.transaction = transaction;
    }

    /** What can be imported. */
    public List<ImportKind> kinds() {
        return targets.kinds();
    }

    /**
     * Keeps the file and has it brought in by the serving process.
     *
     * @throws CannotImport when there is no such kind or file, or a needed field is fed by no column
     * @throws IllegalArgumentException when the target refuses the options, with what to do
     */
    public ImportId start(StartImport command) {
        ImportTarget target = targets.of(command.kind());
        Path copy = folder.copy(command.file());
        try {
            ImportId id = add(command, target, copy);
            background.wake();
            return id;
        } finally {
            ImportFolder.remove(copy);
        }
    }

    /**
     * Works on the import here and now, or watches whoever does, until it is over.
     *
     * @param progress called after every step
     */
    public Import runToEnd(ImportId id, Consumer<Progress> progress) throws InterruptedException {
        UUID holder = UUID.randomUUID();
        for (Import now = get(id); ; now = get(id)) {
            progress.accept(now.progress());
            if (now.state().isOver()) {
                return now;
            }
            Optional<Lease> lease = store.claim(folder.place(), holder, id);
            if (lease.isPresent()) {
                runner.run(lease.get(), () -> false, () -> progress.accept(get(id).progress()));
            } else {
                Thread.sleep(GLANCE_MILLIS);
            }
        }
    }

    /** Asks for a stop after the lines at hand; nothing when it is over. */
    @Transactional
    public void stop(ImportId id) {
        store.askToStop(id);
    }

    /**
     * Lets a stopped or failed import go on where it was.
     *
     * @throws CannotImport when its file is no longer here
     */
    public void resume(ImportId id) {
        Import stopped = get(id);
        if (stopped.state().canBeResumed() && !Files.exists(folder.file(id))) {
            throw new CannotImport(
                    "The file of this import is no longer here. Import it again: what is in is not doubled.");
        }
        if (store.resume(id)) {
            background.wake();
        }
    }

    public Optional<Import> find(ImportId id) {
        return store.find(id);
    }

    /** Newest first, at most {@code most} of those begun before {@code before}; 0 begins with the newest. */
    public List<Import> newest(long before, int most) {
        return store.newest(before, most);
    }

    /** Refused lines after line {@code after}, at most {@code most}, in the file's order. */
    public List<RefusedLine> refused(ImportId id, long after, int most) {
        return store.refused(id, after, most);
    }

    /** The refused lines as a file of the same format with reasons, to be repaired and imported again. */
    public RefusedFile refusedFile(ImportId id) {
        ImportStore.Layout layout =
                store.layout(id).orElseThrow(() -> new CannotImport("Of this import nothing was read yet."));
        return new RefusedFile(get(id).fileName(), layout, after -> store.refused(id, after, RefusedFile.PAGE));
    }

    private ImportId add(StartImport command, ImportTarget target, Path copy) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Map<String, String> options = target.prepare(command.options());
            Optional<Mapping> mapping = mappings.of(target, options, command.mapping(), copy);
            mapping.ifPresent(said -> mappings.remember(command.kind(), options, said, command.startedBy()));
            ImportId id = store.add(command, folder.place(), options, mapping.orElse(null), size(copy));
            folder.keep(copy, id);
            return id;
        }));
    }

    private Import get(ImportId id) {
        return store.find(id).orElseThrow(() -> new CannotImport("There is no import " + id.value() + "."));
    }

    private static long size(Path file) {
        return file.toFile().length();
    }
}
