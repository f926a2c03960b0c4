package dev.rapport.exchange;

import dev.rapport.access.LiveUpdates;
import dev.rapport.exchange.files.RecordFile;
import dev.rapport.exchange.files.UnreadableFile;
import dev.rapport.exchange.spi.ImportTarget;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Works through a file chunk by chunk, until its end, until somebody stops it, or until this process has to go. */
@Component
class ImportRunner {

    static final int MOST_REFUSED = 50_000;

    private static final Logger log = LoggerFactory.getLogger(ImportRunner.class);
    private static final int TRIES = 4;

    private final ImportStore store;
    private final ImportFolder folder;
    private final ImportTargets targets;
    private final TakesChunks taking;
    private final LiveUpdates live;

    ImportRunner(ImportStore store, ImportFolder folder, ImportTargets targets, TakesChunks taking, LiveUpdates live) {
        this.store = store;
        this.folder = folder;
        this.targets = targets;
        this.taking = taking;
        this.live = live;
    }

    /**
     * Works on the import that is held.
     *
     * @param hasToGo asked between chunks; when true the import is let go of and another runner continues it
     * @param progressed called after each chunk
     */
    void run(Lease lease, BooleanSupplier hasToGo, Runnable progressed) {
        try {
            work(lease, hasToGo, progressed);
        } catch (UnreadableFile | CannotImport | IllegalArgumentException refused) {
            end(lease, ImportState.FAILED, refused.getMessage());
        } catch (LeaseLost lost) {
            log.warn("Another runner works on import {} now", lease.id().value());
        } catch (IOException | RuntimeException failed) {
            log.warn("Import {} failed", lease.id().value(), failed);
            end(lease, ImportState.FAILED, "It could not go on: " + failed.getMessage() + ". Resume it to try again.");
        }
        progressed.run();
    }

    private void work(Lease lease, BooleanSupplier hasToGo, Runnable progressed) throws IOException {
        Import work = store.find(lease.id()).orElseThrow(LeaseLost::new);
        ImportTarget target = targets.of(work.kind());
        try (RecordFile file =
                RecordFile.open(folder.file(lease.id()), store.renew(lease).position())) {
            FieldCheck.head(file.head(), target, work.mapping());
            store.describe(lease.id(), file.format(), file.head().orElse(null));
            for (boolean more = true; more; ) {
                ImportStore.Hold hold = store.renew(lease);
                if (hold.stopAsked()) {
                    end(lease, ImportState.STOPPED, null);
                    return;
                }
                if (hasToGo.getAsBoolean()) {
                    store.letGo(lease);
                    return;
                }
                long started = System.nanoTime();
                Chunk chunk = Chunk.read(file, hold.position());
                int refused = take(lease, target, work, chunk, started);
                more = !chunk.isLast();
                progressed.run();
                if (hold.refused() < MOST_REFUSED && hold.refused() + refused >= MOST_REFUSED) {
                    throw new UnreadableFile(MOST_REFUSED + " lines were refused, so this is perhaps not the file you"
                            + " meant. Look at them, and resume it if it is.");
                }
            }
        }
        end(lease, ImportState.DONE, null);
        folder.remove(lease.id());
    }

    /** Tries again what fails for the moment: a database that restarts, two transactions in each other's way. */
    private int take(Lease lease, ImportTarget target, Import work, Chunk chunk, long started) {
        for (int tried = 1; ; tried++) {
            try {
                return taking.take(lease, target, work, chunk, started);
            } catch (LeaseLost lost) {
                throw lost;
            } catch (RuntimeException failed) {
                if (tried == TRIES) {
                    throw failed;
                }
                log.warn("A chunk of import {} failed (try {})", lease.id().value(), tried, failed);
                pause(tried);
            }
        }
    }

    private void end(Lease lease, ImportState state, @Nullable String why) {
        store.end(lease, state, why);
        live.publish("imports", Long.toString(lease.id().value()));
    }

    private static void pause(int tried) {
        try {
            Thread.sleep(500L << tried);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", interrupted);
        }
    }
}
