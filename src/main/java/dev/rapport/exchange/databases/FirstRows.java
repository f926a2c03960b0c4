package dev.rapport.exchange.databases;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.rapport.exchange.CannotImport;
import dev.rapport.exchange.CannotSave;
import dev.rapport.exchange.Mapping;
import dev.rapport.exchange.Preview;
import dev.rapport.exchange.StartImport;
import dev.rapport.exchange.Upload;
import dev.rapport.exchange.UploadId;
import dev.rapport.exchange.Uploads;
import dev.rapport.exchange.files.UnreadableFile;
import dev.rapport.exchange.spi.Reason;
import dev.rapport.shared.UserId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Shows what a query brings and what a table firstRows like, before anything is saved. */
@Service
public class FirstRows {

    static final int ROWS = 50;
    private static final int SECONDS = 30;

    private final DatabaseConnections connections;
    private final ReadsRows reads;
    private final Uploads uploads;

    FirstRows(DatabaseConnections connections, ReadsRows reads, Uploads uploads) {
        this.connections = connections;
        this.reads = reads;
        this.uploads = uploads;
    }

    /**
     * Takes the first 50 rows as an import would, and undoes it.
     *
     * @throws CannotSave when the query cannot be one
     * @throws DatabaseFailed when it cannot be read
     */
    public Look at(Database database, Intake intake, UserId by) {
        Intake checked = intake.checked();
        try {
            Path file = Files.createTempFile("look-", ".csv");
            try {
                ReadsRows.Extent extent = new ReadsRows.Extent(null, Set.of(), ROWS, SECONDS);
                connections.reading(database, open -> reads.into(file, open, database.kind(), checked, extent));
                return look(checked, file, by);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The tables that its user can see. */
    public List<String> tables(Database database) {
        return connections.reading(database, TheirTables::names);
    }

    /** The columns of a table. */
    public List<String> columns(Database database, String table) {
        return connections.reading(
                database,
                open -> List.copyOf(TheirTables.of(open, table).columns().keySet()));
    }

    private Look look(Intake intake, Path file, UserId by) throws IOException {
        UploadId id;
        try {
            id = uploads.keep(
                    new StartImport(intake.kind(), file, "look.csv", intake.options(), intake.mapping(), null, by));
        } catch (CannotImport | UnreadableFile | IllegalArgumentException refused) {
            throw new DatabaseFailed(reason(refused), refused);
        }
        try {
            Upload upload = uploads.find(id).orElseThrow();
            Mapping mapping = uploads.proposal(upload);
            Preview preview = null;
            Reason problem = null;
            try {
                uploads.map(upload, mapping);
                preview = uploads.preview(uploads.find(id).orElseThrow());
            } catch (CannotImport | UnreadableFile | IllegalArgumentException refused) {
                problem = reason(refused);
            }
            List<List<String>> all = rows(file);
            return new Look(
                    uploads.look(upload), mapping, all.getFirst(), all.subList(1, all.size()), preview, problem);
        } finally {
            uploads.discard(id);
        }
    }

    private static List<List<String>> rows(Path file) throws IOException {
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file)) {
            return csv.stream().map(CsvRecord::getFields).toList();
        }
    }

    private static Reason reason(RuntimeException refused) {
        return switch (refused) {
            case CannotImport cannot -> cannot.reason();
            case UnreadableFile unreadable -> unreadable.reason();
            default -> Reason.of(String.valueOf(refused.getMessage()));
        };
    }
}
