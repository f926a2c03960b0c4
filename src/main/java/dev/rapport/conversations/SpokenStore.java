package dev.rapport.conversations;

import dev.rapport.shared.InboxId;
import dev.rapport.shared.ProfileId;
import dev.rapport.shared.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Profiles of those who were heard and not read. */
@Repository
class SpokenStore {

    /** How such a profile is known. */
    record Voice(String key, @Nullable String name) {}

    private final Sql sql;

    SpokenStore(Sql sql) {
        this.sql = sql;
    }

    ProfileId add(String key, @Nullable String name, Instant now) {
        return sql.sql("""
                insert into conversations.profiles (network, author_key, name, first_heard_at)
                values (:network, :key, :name, :now) returning id
                """)
                .param("network", Spoken.NETWORK)
                .param("key", key)
                .param("name", name)
                .param("now", now)
                .single(ProfileId.class);
    }

    Voice voice(ProfileId profile) {
        return sql.sql("""
                select author_key as key, name from conversations.profiles where id = :id and network = :network
                """)
                .param("id", profile)
                .param("network", Spoken.NETWORK)
                .single(Voice.class);
    }

    Optional<ProfileId> among(List<ProfileId> profiles) {
        return sql.sql("""
                select id from conversations.profiles where id in (:ids) and network = :network order by id limit 1
                """)
                .param("ids", profiles)
                .param("network", Spoken.NETWORK)
                .optional(ProfileId.class);
    }

    boolean isHeard(InboxId inbox, UUID key) {
        return sql.sql("""
                select exists (select from conversations.heard where inbox_id = :inbox and remote_id = :key)
                """).param("inbox", inbox).param("key", key.toString()).single(Boolean.class);
    }
}
