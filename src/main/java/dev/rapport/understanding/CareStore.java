package dev.rapport.understanding;

import dev.rapport.shared.Sql;
import dev.rapport.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;

/** The organisation's care patterns, kept as what differs from the shipped ones, and its reasons. */
@Repository
class CareStore {

    private final Sql sql;

    CareStore(Sql sql) {
        this.sql = sql;
    }

    /** A pattern is the same pattern whatever its points. */
    record Key(String language, String key, String pattern) {
        static Key of(CarePattern pattern) {
            return new Key(pattern.language(), pattern.key(), pattern.pattern());
        }
    }

    /** Those in force: the shipped ones that are not switched off, and the organisation's own. */
    CarePatterns patterns() {
        return new CarePatterns(rules().stream()
                .filter(rule -> !rule.off())
                .map(CareRule::pattern)
                .toList());
    }

    /** All, the organisation's own first. */
    List<CareRule> rules() {
        List<CarePattern> defaults = CarePatterns.defaults().patterns();
        Set<Key> known = defaults.stream().map(Key::of).collect(Collectors.toSet());
        List<CarePattern> own = list("select language, key, points, pattern, reason from understanding.care_patterns "
                + "where not off order by id");
        Set<Key> off = new HashSet<>();
        list("select language, key, points, pattern, reason from understanding.care_patterns where off")
                .forEach(pattern -> off.add(Key.of(pattern)));
        var rules = new ArrayList<CareRule>();
        Set<Key> replaced = new HashSet<>();
        for (CarePattern pattern : own) {
            rules.add(new CareRule(pattern, true, known.contains(Key.of(pattern)), false));
            replaced.add(Key.of(pattern));
        }
        for (CarePattern shipped : defaults) {
            if (!replaced.contains(Key.of(shipped))) {
                rules.add(new CareRule(shipped, false, true, off.contains(Key.of(shipped))));
            }
        }
        return rules;
    }

    void put(CarePattern pattern, boolean off, UserId by, Instant at) {
        keyed("""
                insert into understanding.care_patterns (language, key, points, pattern, reason, off, changed_by, changed_at)
                values (:language, :key, :points, :pattern, :reason, :off, :by, :at)
                on conflict (language, key, pattern) do update set points = excluded.points, reason = excluded.reason,
                  off = excluded.off, changed_by = excluded.changed_by, changed_at = excluded.changed_at
                """, Key.of(pattern))
                .param("points", pattern.points())
                .param("reason", pattern.reason())
                .param("off", off)
                .param("by", by)
                .param("at", at)
                .update();
    }

    /** Forgets what was said about a pattern: an own one is gone, a shipped one is as shipped. */
    void remove(CarePattern pattern) {
        keyed(
                        "delete from understanding.care_patterns where language = :language and key = :key and pattern = :pattern",
                        Key.of(pattern))
                .update();
    }

    CareReasons reasons() {
        return new CareReasons(sql.sql("""
                select key, name, words from understanding.care_reasons where retired_at is null order by position, key
                """).list(CareReason.class));
    }

    /** Those that were retired, the last one first. */
    List<CareReason> retired() {
        return sql.sql("""
                select key, name, words from understanding.care_reasons where retired_at is not null
                order by retired_at desc, key
                """).list(CareReason.class);
    }

    void put(CareReason reason) {
        sql.sql("""
                insert into understanding.care_reasons (key, position, name, words)
                select :key, coalesce(max(position), 0) + 1, :name, :words from understanding.care_reasons
                on conflict (key) do update set name = excluded.name, words = excluded.words, retired_at = null
                """)
                .param("key", reason.key())
                .param("name", reason.name())
                .param("words", reason.words())
                .update();
    }

    void retire(String key, Instant at) {
        sql.sql("update understanding.care_reasons set retired_at = :at where key = :key and retired_at is null")
                .param("key", key)
                .param("at", at)
                .update();
    }

    private Sql.Statement keyed(String text, Key key) {
        return sql.sql(text)
                .param("language", key.language())
                .param("key", key.key())
                .param("pattern", key.pattern());
    }

    private List<CarePattern> list(String query) {
        return sql.sql(query).list(CareStore::pattern);
    }

    private static CarePattern pattern(ResultSet row, int number) throws SQLException {
        return new CarePattern(
                row.getString("language"),
                row.getString("key"),
                row.getInt("points"),
                row.getString("pattern"),
                row.getString("reason"));
    }
}
