package dev.rapport.conversations;

import dev.rapport.channels.spi.Author;
import dev.rapport.shared.ProfileId;
import dev.rapport.shared.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Author profiles, written once a batch and in order of their keys, so that two batches never wait for each other. */
@Repository
class ProfileStore {

    /** A profile as it stands: its id and on which side it speaks. */
    record Kept(long id, Side side) {}

    /** An author as last heard in this batch, and when first. */
    record Voice(Author author, Instant firstHeardAt, Side side) {}

    /**
     * What keeping voices came to.
     *
     * @param profiles every voice's profile
     * @param changed the profiles that are new or say something new
     * @param added how many of these are new
     * @param tied provisional profiles whose network id is known now, each with the profile of that id
     */
    record Keeping(Map<AuthorKey, Kept> profiles, Set<ProfileId> changed, int added, Map<ProfileId, ProfileId> tied) {}

    private static final String UPSERT = """
            insert into conversations.profiles as p
              (network, author_key, provisional, handle, name, bio, location, website, followers, verified, side, first_heard_at)
            select * from unnest(?::text[], ?::text[], ?::boolean[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                                 ?::int[], ?::boolean[], ?::text[], ?::timestamptz[])
            on conflict (network, author_key) do update set
              handle = coalesce(excluded.handle, p.handle), name = coalesce(excluded.name, p.name),
              bio = coalesce(excluded.bio, p.bio), location = coalesce(excluded.location, p.location),
              website = coalesce(excluded.website, p.website), followers = coalesce(excluded.followers, p.followers),
              verified = p.verified or excluded.verified,
              first_heard_at = least(p.first_heard_at, excluded.first_heard_at),
              side = case when p.side = 'CUSTOMER' then excluded.side else p.side end
            returning network, author_key, id, side, old.id is null as is_new
            """;

    private final Sql sql;
    private final JdbcTemplate jdbc;

    ProfileStore(Sql sql, JdbcTemplate jdbc) {
        this.sql = sql;
        this.jdbc = jdbc;
    }

    /** Makes or refreshes the profiles of these voices. */
    Keeping keep(SortedMap<AuthorKey, Voice> voices) {
        Map<AuthorKey, Kept> kept = inConnection(connection -> known(connection, voices));
        SortedMap<AuthorKey, Voice> news = new TreeMap<>(voices);
        news.keySet().removeAll(kept.keySet());
        if (news.isEmpty()) {
            return new Keeping(kept, Set.of(), 0, Map.of());
        }
        Set<ProfileId> added = new HashSet<>();
        Map<AuthorKey, Kept> changed = inConnection(connection -> upsert(connection, news, added));
        kept.putAll(changed);
        Set<ProfileId> ids = new HashSet<>();
        changed.values().forEach(one -> ids.add(new ProfileId(one.id())));
        return new Keeping(kept, ids, added.size(), tieProvisional(news));
    }

    /** The profiles that stand in the table exactly as this batch heard them: nothing to write for those. */
    private Map<AuthorKey, Kept> known(Connection connection, SortedMap<AuthorKey, Voice> voices) throws SQLException {
        Map<AuthorKey, Kept> known = HashMap.newHashMap(voices.size());
        try (PreparedStatement select = connection.prepareStatement("""
                select p.network, p.author_key, p.provisional, p.id, p.side, p.handle, p.name, p.bio, p.location, p.website,
                       p.followers, p.verified, p.first_heard_at
                from unnest(?::text[], ?::text[]) as g (network, author_key)
                join conversations.profiles p on p.network = g.network and p.author_key = g.author_key
                """)) {
            select.setArray(1, texts(connection, voices.keySet().stream().map(AuthorKey::network)));
            select.setArray(2, texts(connection, voices.keySet().stream().map(AuthorKey::key)));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    AuthorKey key = new AuthorKey(row.getString(1), row.getString(2), row.getBoolean(3));
                    Voice voice = voices.get(key);
                    Side side = Side.valueOf(row.getString(5));
                    if (voice != null && saysNothingNew(voice, side, row)) {
                        known.put(key, new Kept(row.getLong(4), side));
                    }
                }
            }
        }
        return known;
    }

    private static boolean saysNothingNew(Voice voice, Side side, ResultSet row) throws SQLException {
        Author author = voice.author();
        return (side != Side.CUSTOMER || voice.side() == side)
                && stands(author.handle(), row.getString(6))
                && stands(author.name(), row.getString(7))
                && stands(author.bio(), row.getString(8))
                && stands(author.location(), row.getString(9))
                && stands(author.website(), row.getString(10))
                && stands(author.followers(), row.getObject(11))
                && (!author.verified() || row.getBoolean(12))
                && !voice.firstHeardAt().isBefore(row.getTimestamp(13).toInstant());
    }

    private static boolean stands(
            @org.jspecify.annotations.Nullable Object heard, @org.jspecify.annotations.Nullable Object kept) {
        return heard == null || heard.equals(kept);
    }

    private static Map<AuthorKey, Kept> upsert(
            Connection connection, SortedMap<AuthorKey, Voice> voices, Set<ProfileId> added) throws SQLException {
        Collection<Voice> all = voices.values();
        Map<AuthorKey, Kept> kept = HashMap.newHashMap(voices.size());
        try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            upsert.setArray(1, texts(connection, voices.keySet().stream().map(AuthorKey::network)));
            upsert.setArray(2, texts(connection, voices.keySet().stream().map(AuthorKey::key)));
            upsert.setArray(
                    3, array(connection, "boolean", voices.keySet().stream().map(AuthorKey::provisional)));
            upsert.setArray(
                    4,
                    texts(connection, all.stream().map(voice -> voice.author().handle())));
            upsert.setArray(
                    5,
                    texts(connection, all.stream().map(voice -> voice.author().name())));
            upsert.setArray(
                    6,
                    texts(connection, all.stream().map(voice -> voice.author().bio())));
            upsert.setArray(
                    7,
                    texts(connection, all.stream().map(voice -> voice.author().location())));
            upsert.setArray(
                    8,
                    texts(connection, all.stream().map(voice -> voice.author().website())));
            upsert.setArray(
                    9,
                    array(
                            connection,
                            "int",
                            all.stream().map(voice -> voice.author().followers())));
            upsert.setArray(
                    10,
                    array(
                            connection,
                            "boolean",
                            all.stream().map(voice -> voice.author().verified())));
            upsert.setArray(
                    11, texts(connection, all.stream().map(voice -> voice.side().name())));
            upsert.setArray(
                    12,
                    texts(
                            connection,
                            all.stream()
                                    .map(voice -> voice.firstHeardAt()
                                            .atOffset(ZoneOffset.UTC)
                                            .toString())));
            try (ResultSet row = upsert.executeQuery()) {
                Map<List<String>, AuthorKey> byName = HashMap.newHashMap(voices.size());
                voices.keySet().forEach(key -> byName.put(List.of(key.network(), key.key()), key));
                while (row.next()) {
                    AuthorKey key = byName.get(List.of(row.getString(1), row.getString(2)));
                    kept.put(key, new Kept(row.getLong(3), Side.valueOf(row.getString(4))));
                    if (row.getBoolean(5)) {
                        added.add(new ProfileId(row.getLong(3)));
                    }
                }
            }
        }
        return kept;
    }

    /** An id heard together with a handle shows whose the provisional profile of that handle was; it is tied, not copied. */
    private Map<ProfileId, ProfileId> tieProvisional(SortedMap<AuthorKey, Voice> voices) {
        List<Map.Entry<AuthorKey, Voice>> stable = voices.entrySet().stream()
                .filter(entry -> !entry.getKey().provisional()
                        && entry.getValue().author().handle() != null)
                .toList();
        if (stable.isEmpty()) {
            return Map.of();
        }
        return inConnection(connection -> {
            try (PreparedStatement tie = connection.prepareStatement("""
                    update conversations.profiles p set tied_to = known.id
                    from unnest(?::text[], ?::text[], ?::text[]) as g (network, author_key, handle_key)
                    join conversations.profiles known on known.network = g.network and known.author_key = g.author_key
                    where p.network = g.network and p.author_key = g.handle_key and p.provisional and p.tied_to is null
                    returning p.id, known.id
                    """)) {
                tie.setArray(
                        1,
                        texts(
                                connection,
                                stable.stream().map(entry -> entry.getKey().network())));
                tie.setArray(
                        2,
                        texts(
                                connection,
                                stable.stream().map(entry -> entry.getKey().key())));
                tie.setArray(
                        3,
                        texts(
                                connection,
                                stable.stream()
                                        .map(entry -> AuthorKey.provisionalKey(
                                                entry.getValue().author()))));
                Map<ProfileId, ProfileId> tied = new HashMap<>();
                try (ResultSet row = tie.executeQuery()) {
                    while (row.next()) {
                        tied.put(new ProfileId(row.getLong(1)), new ProfileId(row.getLong(2)));
                    }
                }
                return tied;
            }
        });
    }

    /** The profile of ours that answers in an inbox. */
    long ours(String network, String address, Instant now) {
        return sql.sql("""
                insert into conversations.profiles as p (network, author_key, provisional, handle, side, first_heard_at)
                values (:network, :key, false, :key, 'US', :now)
                on conflict (network, author_key) do update set side = 'US'
                returning id
                """)
                .param("network", network)
                .param("key", address)
                .param("now", now)
                .single(Long.class);
    }

    private static java.sql.Array texts(Connection connection, java.util.stream.Stream<?> values) throws SQLException {
        return array(connection, "text", values);
    }

    private static java.sql.Array array(Connection connection, String type, java.util.stream.Stream<?> values)
            throws SQLException {
        return connection.createArrayOf(type, values.toArray());
    }

    private <T> T inConnection(ConnectionCallback<T> work) {
        return java.util.Objects.requireNonNull(jdbc.execute(work));
    }
}
