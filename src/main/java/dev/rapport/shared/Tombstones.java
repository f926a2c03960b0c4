package dev.rapport.shared;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import org.springframework.stereotype.Component;

/**
 * What one module erased and does not take in again: keyed hashes and moments in its table {@code tombstones}, and a copy in
 * the {@link ErasureLog}. The key is the deployment's and not in the database, so the hashes tell nobody's address.
 */
public final class Tombstones {

    private static final String PURPOSE = "tombstones";

    private final Sql sql;
    private final Keys keys;
    private final ErasureLog log;
    private final String module;
    private volatile boolean areSome;

    private Tombstones(Sql sql, Keys keys, ErasureLog log, String module) {
        this.sql = sql;
        this.keys = keys;
        this.log = log;
        this.module = module;
    }

    /** Makes a module's own. */
    @Component
    public static class Maker {

        private final Sql sql;
        private final Keys keys;
        private final ErasureLog log;

        public Maker(Sql sql, Keys keys, ErasureLog log) {
            this.sql = sql;
            this.keys = keys;
            this.log = log;
        }

        /** Those of {@code module}, whose migrations made the table. */
        public Tombstones of(String module) {
            return new Tombstones(sql, keys, log, module);
        }
    }

    /** Sets them in the caller's transaction; the log follows as soon as that is committed. */
    public void set(Collection<TombstoneKey> erased, Instant at) {
        Instant moment = at.truncatedTo(ChronoUnit.MICROS);
        Mac mac = mac();
        List<Tombstone> stones = erased.stream()
                .map(key -> new Tombstone(module, key.kind(), hash(mac, key), moment))
                .distinct()
                .toList();
        keep(stones);
        log.appendAfterCommit(stones);
    }

    /** Keeps what the log has; of two for the same thing the later counts. */
    public void keep(List<Tombstone> stones) {
        if (stones.isEmpty()) {
            return;
        }
        sql.sql("""
                        insert into %1$s.tombstones as t (kind, hash, erased_at)
                        select kind, decode(hash, 'hex'), max(erased_at)
                        from unnest(:kinds::text[], :hashes::text[], :moments::timestamptz[]) as g (kind, hash, erased_at)
                        group by kind, hash order by kind, hash
                        on conflict (kind, hash) do update set erased_at = excluded.erased_at
                        where t.erased_at < excluded.erased_at
                        """.formatted(module))
                .param(
                        "kinds",
                        stones.stream().map(stone -> stone.kind().name()).toArray(String[]::new))
                .param("hashes", stones.stream().map(Tombstone::hash).toArray(String[]::new))
                .param(
                        "moments",
                        stones.stream().map(stone -> stone.at().toString()).toArray(String[]::new))
                .update();
    }

    /**
     * Which of these were erased, and when. While nobody ever was it costs one look at an empty table; it holds as long as
     * {@link ErasureLock#keepOut()} does.
     */
    public Map<TombstoneKey, Instant> among(Collection<TombstoneKey> asked) {
        if (asked.isEmpty() || !areSome()) {
            return Map.of();
        }
        Mac mac = mac();
        Map<String, TombstoneKey> byHash = HashMap.newHashMap(asked.size());
        asked.forEach(key -> byHash.put(hash(mac, key), key));
        Map<TombstoneKey, Instant> erased = new HashMap<>();
        sql.sql("""
                        select encode(t.hash, 'hex') as hash, t.erased_at from %s.tombstones t
                        where t.hash = any(array(select decode(h, 'hex') from unnest(:hashes::text[]) as h))
                        """.formatted(module))
                .param("hashes", byHash.keySet().toArray(String[]::new))
                .list((row, number) -> {
                    erased.put(Objects.requireNonNull(byHash.get(row.getString(1))), moment(row, 2));
                    return true;
                });
        return erased;
    }

    /** All there are. */
    public List<Tombstone> all() {
        return sql.sql("select kind, encode(hash, 'hex') as hash, erased_at from %s.tombstones".formatted(module))
                .list((row, number) -> new Tombstone(
                        module, TombstoneKey.Kind.valueOf(row.getString(1)), row.getString(2), moment(row, 3)));
    }

    /** Those of the log that this module's table does not have. */
    public List<Tombstone> unknown(Collection<Tombstone> logged) {
        Set<String> known = all().stream().map(Tombstone::hash).collect(Collectors.toSet());
        return own(logged).stream()
                .filter(stone -> !known.contains(stone.hash()))
                .toList();
    }

    /** Those of this module. */
    public List<Tombstone> own(Collection<Tombstone> stones) {
        return stones.stream().filter(stone -> stone.module().equals(module)).toList();
    }

    /** Whether a key is named by one of these. */
    public Predicate<TombstoneKey> namedBy(Collection<Tombstone> stones) {
        Set<String> hashes = stones.stream().map(Tombstone::hash).collect(Collectors.toSet());
        Mac mac = mac();
        return key -> hashes.contains(hash(mac, key));
    }

    private boolean areSome() {
        if (!areSome) {
            areSome = sql.sql("select exists (select from %s.tombstones)".formatted(module))
                    .single(Boolean.class);
        }
        return areSome;
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(keys.forSigning(PURPOSE));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java signs nothing with HMAC-SHA256", e);
        }
    }

    /** Parts are told apart by a character that none of them has. */
    private static String hash(Mac mac, TombstoneKey key) {
        mac.update(key.kind().name().getBytes(StandardCharsets.UTF_8));
        for (String part : key.parts()) {
            mac.update((byte) 0);
            mac.update(part.getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(mac.doFinal());
    }

    private static Instant moment(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
