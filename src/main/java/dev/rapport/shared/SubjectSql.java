package dev.rapport.shared;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Runs a holder's statements for somebody. They may use {@code :persons}, {@code :users}, {@code :profiles}
 * ({@code bigint[]}), {@code :networks :keys :handles} and {@code :sources :numbers} (text arrays side by side),
 * {@code :addresses}, {@code :addressed} (what they are addressed by in a sentence) and {@code :clues}, a regular expression or null.
 * Rows are read a few hundred at a time, however many there are.
 */
@Component
public class SubjectSql {

    private static final int FETCH = 500;

    private final NamedParameterJdbcTemplate jdbc;

    public SubjectSql(JdbcTemplate jdbc) {
        JdbcTemplate inPages = new JdbcTemplate(java.util.Objects.requireNonNull(jdbc.getDataSource()));
        inPages.setFetchSize(FETCH);
        this.jdbc = new NamedParameterJdbcTemplate(inPages);
    }

    /** How many rows each section has; those without any are left out. */
    public Map<String, Long> count(List<HeldSection> sections, Subject subject) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (HeldSection section : sections) {
            Long rows = jdbc.queryForObject(
                    "select count(*) from (" + section.select() + ") s", parameters(subject, null), Long.class);
            if (rows != null && rows > 0) {
                counts.put(section.name(), rows);
            }
        }
        return counts;
    }

    /** Hands over every row as JSON; only within a transaction are they read in pages. */
    public void export(List<HeldSection> sections, Subject subject, HeldRows rows) {
        for (HeldSection section : sections) {
            RowCallbackHandler each = row -> rows.row(section.name(), row.getString(1));
            jdbc.query(
                    "select row_to_json(s)::text from (" + section.select() + ") s", parameters(subject, null), each);
        }
    }

    /**
     * Runs statements one after the other.
     *
     * @param at when somebody is erased, {@code :at}
     * @return rows changed or removed
     */
    public int run(List<String> statements, Subject subject, Instant at) {
        int rows = 0;
        for (String statement : statements) {
            rows += jdbc.update(statement, parameters(subject, at));
        }
        return rows;
    }

    /** Reads values of a query with a subject's parameters. */
    public <T> List<T> list(String query, Subject subject, Class<T> type) {
        return jdbc.queryForList(query, parameters(subject, null), type);
    }

    private static MapSqlParameterSource parameters(Subject subject, @Nullable Instant at) {
        Clues clues = Clues.of(subject);
        return new MapSqlParameterSource()
                .addValue("persons", ids(subject.persons()))
                .addValue("users", ids(subject.users()))
                .addValue("profiles", ids(subject.profiles()))
                .addValue("networks", texts(subject.voices(), Subject.Voice::network))
                .addValue("keys", texts(subject.voices(), Subject.Voice::key))
                .addValue("handles", texts(subject.voices(), Subject.Voice::handle))
                .addValue("sources", texts(subject.customers(), CustomerKey::source))
                .addValue("numbers", texts(subject.customers(), CustomerKey::number))
                .addValue("addresses", texts(subject.addresses(), address -> address))
                .addValue("addressed", texts(clues.addressed(), word -> word))
                .addValue("clues", clues.forPostgres().orElse(null))
                .addValue("at", at == null ? null : at.atOffset(ZoneOffset.UTC));
    }

    private static Long[] ids(Collection<? extends Id> ids) {
        return ids.stream().map(Id::value).sorted().toArray(Long[]::new);
    }

    private static <T> @Nullable String[] texts(Collection<T> all, Function<T, @Nullable String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }
}
