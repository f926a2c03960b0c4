package dev.rapport.exchange;

import dev.rapport.exchange.files.FileRecord;
import dev.rapport.exchange.files.Position;
import dev.rapport.exchange.files.RecordFile;
import dev.rapport.exchange.files.UnreadableFile;
import dev.rapport.shared.Clues;
import dev.rapport.shared.CustomerKey;
import dev.rapport.shared.HeldSection;
import dev.rapport.shared.PersonalDataHolder;
import dev.rapport.shared.Sql;
import dev.rapport.shared.Subject;
import dev.rapport.shared.SubjectSql;
import dev.rapport.shared.Tombstones;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Lines about somebody that could not be taken, and files of unfinished imports in which they stand. */
@Component
class ExchangePersonalData implements PersonalDataHolder {

    private static final Logger log = LoggerFactory.getLogger(ExchangePersonalData.class);

    private static final Set<String> TABLES = Set.of("exchange.refused_lines");

    private static final String ABOUT_THEM = """
            r.raw <> '' and (r.raw ~* :clues::text or exists (
              select from unnest(:sources::text[], :numbers::text[]) as c (source, number)
              where c.source = i.options ->> 'source'
                and r.raw ~ ('(?<![[:alnum:]])' || regexp_replace(c.number, '([^[:alnum:]])', '\\\\\\1', 'g') || '(?![[:alnum:]])')))
            """;

    private static final List<HeldSection> SECTIONS =
            List.of(new HeldSection("refused_lines", """
            select i.file_name as file, r.line, r.raw, r.why
            from exchange.refused_lines r join exchange.imports i on i.id = r.import_id where
            """ + ABOUT_THEM + " order by r.import_id, r.line"));

    private static final List<String> ERASE = List.of("""
            update exchange.refused_lines r set raw = '', why = 'Erased on request.', text_key = 'exchange.erased', details = '{}'
            from exchange.imports i where i.id = r.import_id and
            """ + ABOUT_THEM);

    private static final String WITHOUT_FILE =
            "Its file held lines about somebody who was erased since, and was removed."
                    + " Import it again: those lines will be left out.";

    private final SubjectSql subjects;
    private final Sql sql;
    private final ImportFolder folder;
    private final ErasedLines lines;

    ExchangePersonalData(SubjectSql subjects, Sql sql, ImportFolder folder, ErasedLines lines) {
        this.subjects = subjects;
        this.sql = sql;
        this.folder = folder;
        this.lines = lines;
    }

    @Override
    public Set<String> tables() {
        return TABLES;
    }

    @Override
    public List<HeldSection> sections() {
        return SECTIONS;
    }

    @Override
    public int erase(Subject subject, Instant at) {
        lines.tombstones().set(ErasedLines.of(subject), at);
        return subjects.run(ERASE, subject, at) + removeFiles(subject);
    }

    @Override
    public Optional<Tombstones> tombstones() {
        return Optional.of(lines.tombstones());
    }

    /** A file cannot be rewritten under an import that knows its place in it: the whole file goes. */
    private int removeFiles(Subject subject) {
        int removed = 0;
        for (Unfinished one : sql.sql("""
                        select id, options ->> 'source' as source from exchange.imports
                        where state in ('WAITING', 'STOPPED', 'FAILED') and place = :place order by id
                        """).param("place", folder.place()).list(Unfinished.class)) {
            if (holds(folder.file(one.id()), one.source() == null ? "" : one.source(), subject)) {
                sql.sql("update exchange.imports set state = 'FAILED', why = :why, finished_at = now() where id = :id")
                        .param("why", WITHOUT_FILE)
                        .param("id", one.id())
                        .updateOne();
                removeAfterCommit(folder.file(one.id()));
                removed++;
            }
        }
        return removed + removeUploads(subject);
    }

    /** Files that wait for somebody to say what their columns are. */
    private int removeUploads(Subject subject) {
        int removed = 0;
        for (Waiting one : sql.sql("""
                        select id, options ->> 'source' as source from exchange.uploads where place = :place order by id
                        """).param("place", folder.place()).list(Waiting.class)) {
            if (holds(folder.file(one.id()), one.source() == null ? "" : one.source(), subject)) {
                sql.sql("delete from exchange.uploads where id = :id")
                        .param("id", one.id())
                        .update();
                removeAfterCommit(folder.file(one.id()));
                removed++;
            }
        }
        return removed;
    }

    private static boolean holds(Path path, String source, Subject subject) {
        if (!Files.exists(path)) {
            return false;
        }
        Pattern clues = Clues.of(subject).forJava().orElse(null);
        try (RecordFile file = RecordFile.open(path, Position.START)) {
            for (FileRecord record = file.next(); record != null; record = file.next()) {
                if (clues != null && clues.matcher(record.raw()).find() || names(record.raw(), source, subject)) {
                    return true;
                }
            }
            return false;
        } catch (IOException | UnreadableFile unknown) {
            log.warn("A file of an import cannot be searched; it is removed with the person", unknown);
            return true;
        }
    }

    private static boolean names(String raw, String source, Subject subject) {
        return subject.customers().stream()
                .filter(customer -> customer.source().equals(source))
                .map(CustomerKey::number)
                .anyMatch(number -> raw.contains(number));
    }

    private static void removeAfterCommit(Path file) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                ImportFolder.remove(file);
            }
        });
    }

    private record Unfinished(ImportId id, @Nullable String source) {}

    private record Waiting(UploadId id, @Nullable String source) {}
}
