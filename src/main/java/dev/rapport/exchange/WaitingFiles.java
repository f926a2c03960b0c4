package dev.rapport.exchange;

import dev.rapport.exchange.spi.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The files that wait in the home: how many bytes together, and how long. */
@Component
class WaitingFiles {

    private static final long MOST_BYTES = 1024L * 1024 * 1024;
    private static final int HOURS = 24;

    private final UploadStore store;
    private final ImportFolder folder;
    private final TransactionTemplate transaction;

    WaitingFiles(UploadStore store, ImportFolder folder, TransactionTemplate transaction) {
        this.store = store;
        this.folder = folder;
        this.transaction = transaction;
    }

    /** Takes over a copy that {@link ImportFolder#copy} made. */
    UploadId keep(StartImport command, Path copy) {
        forgetOld();
        long bytes = copy.toFile().length();
        if (store.waiting(folder.place()) + bytes > MOST_BYTES) {
            throw new CannotImport(new Reason(
                    "More than 1 GB of files wait already. Import or discard one of them first.",
                    "exchange.upload.full",
                    List.of()));
        }
        return Objects.requireNonNull(transaction.execute(status -> {
            UploadId id = store.add(command, folder.place(), bytes);
            folder.keep(copy, id);
            return id;
        }));
    }

    /**
     * The file of an upload.
     *
     * @throws CannotImport when it waited too long
     */
    Path file(UploadId id) {
        Path file = folder.file(id);
        if (!Files.exists(file)) {
            throw new CannotImport(new Reason(
                    "This file waited for more than a day and was removed. Choose it again.",
                    "exchange.upload.gone",
                    List.of()));
        }
        return file;
    }

    void forget(UploadId id) {
        store.remove(id);
        ImportFolder.remove(folder.file(id));
    }

    /** Removes what has waited for more than a day, and what a crash left behind. */
    void forgetOld() {
        store.olderThan(folder.place(), HOURS).forEach(this::forget);
        folder.sweep(Duration.ofHours(HOURS + 1L));
    }
}
