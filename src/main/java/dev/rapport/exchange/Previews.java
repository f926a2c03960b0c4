package dev.rapport.exchange;

import dev.rapport.exchange.files.Position;
import dev.rapport.exchange.files.RecordFile;
import dev.rapport.exchange.spi.ImportLine;
import dev.rapport.exchange.spi.ImportOutcome;
import dev.rapport.exchange.spi.ImportTarget;
import dev.rapport.exchange.spi.Reason;
import dev.rapport.shared.Sql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the first lines of a file as an import would, in a transaction that is rolled back: nothing of it stays but gaps in
 * the numbers that sequences give. One at a time, since it holds the locks of an import; it gives up rather than wait.
 */
@Component
class Previews {

    static final int LINES = 2_000;

    private static final Logger log = LoggerFactory.getLogger(Previews.class);
    private static final int LIMIT_SECONDS = 20;
    private static final int LOCK_SECONDS = 2;

    private final Sql sql;
    private final TransactionTemplate transaction;

    Previews(Sql sql, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.transaction = new TransactionTemplate(transactions);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        transaction.setTimeout(LIMIT_SECONDS);
    }

    /** Has the target look at the options, and undoes what it did. */
    void prepare(ImportTarget target, Map<String, String> options) {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            target.prepare(options);
        });
    }

    Preview of(ImportTarget target, Map<String, String> options, @Nullable Mapping mapping, Path path) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> {
                status.setRollbackOnly();
                begin();
                return take(target, target.prepare(options), mapping, path);
            }));
        } catch (DataAccessException | TransactionException failed) {
            log.warn("A preview of {} was given up", target.kind(), failed);
            throw new CannotImport(new Reason(
                    "The preview was given up: the database is busy with other things. Import it, or try again later.",
                    "exchange.preview.given-up",
                    List.of()));
        }
    }

    private void begin() {
        boolean isAlone = sql.sql("select pg_try_advisory_xact_lock(hashtextextended('exchange.preview', 0))")
                .single(Boolean.class);
        if (!isAlone) {
            throw new CannotImport(new Reason(
                    "Somebody else looks at a preview at this moment. Try again in a few seconds.",
                    "exchange.preview.busy",
                    List.of()));
        }
        sql.sql("""
                        select set_config('lock_timeout', :lock, true), set_config('statement_timeout', :statement, true)
                        """)
                .param("lock", LOCK_SECONDS + "s")
                .param("statement", LIMIT_SECONDS + "s")
                .list((row, number) -> "");
    }

    private static Preview take(
            ImportTarget target, Map<String, String> options, @Nullable Mapping mapping, Path path) {
        UnaryOperator<ImportLine> maps = MapsLines.with(mapping, target.fields());
        try (RecordFile file = RecordFile.open(path, Position.START)) {
            FieldCheck.head(file.head(), target, mapping);
            PreviewTally tally = new PreviewTally();
            Chunk chunk;
            do {
                chunk = Chunk.read(file, Position.START);
                List<ImportLine> lines = chunk.readable(maps);
                ImportOutcome outcome = target.take(options, lines);
                tally.add(chunk.records().size(), lines, outcome, TakesChunks.refused(chunk, outcome));
            } while (!chunk.isLast() && tally.lines() < LINES);
            return tally.preview(chunk.isLast());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
