package dev.rapport.exchange.databases;

import dev.rapport.exchange.CannotImport;
import dev.rapport.exchange.Import;
import dev.rapport.exchange.ImportId;
import dev.rapport.exchange.ImportState;
import dev.rapport.exchange.Imports;
import dev.rapport.exchange.StartImport;
import dev.rapport.exchange.files.UnreadableFile;
import dev.rapport.exchange.spi.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Reads what is new of a query into a file and has it imported like any other. The watermark moves when that import is over:
 * whatever dies before, the rows are read again, and importing them twice changes nothing.
 */
@Component
class BringsRows {

    private static final int SECONDS = 300;

    private final TransferStore store;
    private final DatabaseConnections connections;
    private final ReadsRows reads;
    private final Imports imports;
    private final int most;

    BringsRows(
            TransferStore store,
            DatabaseConnections connections,
            ReadsRows reads,
            Imports imports,
            @Value("${rapport.databases.rows-a-run:100000}") int most) {
        this.store = store;
        this.connections = connections;
        this.reads = reads;
        this.imports = imports;
        this.most = most;
    }

    /** Begins a run. Returns whether an import is on its way; if not, nothing was new. */
    Optional<ImportId> begin(Transfer transfer, Intake intake, Database database, long run) {
        Path file = temporary();
        try {
            Reading reading = read(transfer, intake, database, file);
            if (reading.rows() == 0 && !reading.isFull()) {
                store.nothingNew(transfer.id(), run);
                return Optional.empty();
            }
            ImportId id = imports.start(new StartImport(
                    intake.kind(), file, transfer.name() + ".csv", intake.options(), intake.mapping(), null, null));
            store.importing(run, id, reading);
            return Optional.of(id);
        } catch (CannotImport cannot) {
            throw new DatabaseFailed(cannot.reason(), cannot);
        } catch (UnreadableFile unreadable) {
            throw new DatabaseFailed(unreadable.reason(), unreadable);
        } catch (IllegalArgumentException options) {
            throw new DatabaseFailed(Reason.of(String.valueOf(options.getMessage())), options);
        } finally {
            delete(file);
        }
    }

    /** FirstRows whether the import of a run is over. Returns false as long as it is not. */
    boolean settle(Transfer transfer, TransferRun run, ImportId id) {
        ImportState state = imports.find(id).map(Import::state).orElse(ImportState.FAILED);
        if (!state.isOver()) {
            return false;
        }
        if (state != ImportState.DONE) {
            throw Trouble.IMPORT.failed();
        }
        store.imported(transfer.id(), run.id());
        return true;
    }

    private Reading read(Transfer transfer, Intake intake, Database database, Path file) {
        TransferStore.Position from = store.position(transfer.id());
        ReadsRows.Extent extent = new ReadsRows.Extent(from.mark(), from.edge(), most, SECONDS);
        Reading reading =
                connections.reading(database, open -> reads.into(file, open, database.kind(), intake, extent));
        boolean isStuck = reading.isFull()
                && reading.last() != null
                && (reading.last().equals(from.mark())
                        || intake.key().isEmpty()
                                && from.mark() != null
                                && reading.last().is(from.mark()));
        if (isStuck) {
            throw Trouble.CROWDED.failed(Integer.toString(most));
        }
        return reading;
    }

    private static Path temporary() {
        try {
            return Files.createTempFile("rows-", ".csv");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
