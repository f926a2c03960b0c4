package dev.rapport.shared;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SingleColumnRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Runs SQL through {@link JdbcClient} and converts what the driver does not know: typed ids become their numbers, enums
 * their names, instants timestamps with zone. Reading needs no help, writing does.
 */
@Component
public class Sql {

    private final JdbcClient jdbc;

    public Sql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Starts a statement with named parameters ({@code :name}). */
    public Statement sql(String text) {
        return new Statement(jdbc.sql(text));
    }

    /** One statement on its way to the database. */
    public static final class Statement {

        private final JdbcClient.StatementSpec spec;

        private Statement(JdbcClient.StatementSpec spec) {
            this.spec = spec;
        }

        /** Sets a named parameter; a collection fills an {@code in (:name)} list. */
        public Statement param(String name, @Nullable Object value) {
            spec.param(name, converted(value));
            return this;
        }

        /** Rows as records or single columns of {@code type}. */
        public <T> List<T> list(Class<T> type) {
            return mapped(type).list();
        }

        public <T> List<T> list(RowMapper<T> row) {
            return spec.query(row).list();
        }

        /** The only row, or empty; more than one is an error. */
        public <T> Optional<T> optional(Class<T> type) {
            return mapped(type).optional();
        }

        public <T> Optional<T> optional(RowMapper<T> row) {
            return spec.query(row).optional();
        }

        /** The only row; none is an error. */
        public <T> T single(Class<T> type) {
            return mapped(type).single();
        }

        public <T> T single(RowMapper<T> row) {
            return spec.query(row).single();
        }

        /** Changes rows; returns how many. */
        public int update() {
            return spec.update();
        }

        /**
         * Changes exactly one row.
         *
         * @throws OptimisticLockingFailureException when the row is gone or somebody changed it first
         */
        public void updateOne() {
            int rows = spec.update();
            if (rows != 1) {
                throw new OptimisticLockingFailureException("Expected to change one row, changed " + rows);
            }
        }

        /** A typed id is one column although it is a record. */
        private <T> JdbcClient.MappedQuerySpec<T> mapped(Class<T> type) {
            if (!Id.class.isAssignableFrom(type)) {
                return spec.query(type);
            }
            SingleColumnRowMapper<T> column = new SingleColumnRowMapper<>(type);
            column.setConversionService(DefaultConversionService.getSharedInstance());
            return spec.query(column);
        }

        private static @Nullable Object converted(@Nullable Object value) {
            return switch (value) {
                case null -> null;
                case Id id -> id.value();
                case Enum<?> constant -> constant.name();
                case Instant instant -> instant.atOffset(ZoneOffset.UTC);
                case Collection<?> many ->
                    many.stream().map(Statement::converted).toList();
                default -> value;
            };
        }
    }
}
