package dev.rapport.access;

import dev.rapport.shared.Sql;
import dev.rapport.shared.UserId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Links that work once. Using one deletes it, and only one of two who use it at the same moment finds it. */
@Repository
class OneTimeLinkStore {

    enum Purpose {
        OWNER,
        SIGN_IN
    }

    private final Sql sql;

    OneTimeLinkStore(Sql sql) {
        this.sql = sql;
    }

    void add(Secret secret, Purpose purpose, @Nullable UserId user, Instant expiresAt) {
        sql.sql("""
                insert into access.one_time_links (secret_hash, purpose, user_id, expires_at)
                values (:hash, :purpose, :user, :expiresAt)
                """)
                .param("hash", secret.hash())
                .param("purpose", purpose)
                .param("user", user)
                .param("expiresAt", expiresAt)
                .update();
    }

    /** Earlier links of this purpose stop working: for this user, or those for nobody. */
    void removeFor(Purpose purpose, @Nullable UserId user) {
        sql.sql("""
                delete from access.one_time_links
                where purpose = :purpose and user_id is not distinct from cast(:user as bigint)
                """).param("purpose", purpose).param("user", user).update();
    }

    boolean isOpen(Secret secret, Purpose purpose, Instant now) {
        return sql.sql("""
                select exists (
                    select 1 from access.one_time_links
                    where secret_hash = :hash and purpose = :purpose and expires_at > :now)
                """)
                .param("hash", secret.hash())
                .param("purpose", purpose)
                .param("now", now)
                .single(Boolean.class);
    }

    /** Uses the link up; false when it is unknown, used or too old. */
    boolean use(Secret secret, Purpose purpose, Instant now) {
        return sql.sql("""
                delete from access.one_time_links
                where secret_hash = :hash and purpose = :purpose and expires_at > :now
                """)
                        .param("hash", secret.hash())
                        .param("purpose", purpose)
                        .param("now", now)
                        .update()
                == 1;
    }

    /** Uses a user's link up; empty when it is unknown, used or too old. */
    Optional<UserId> useOfUser(Secret secret, Purpose purpose, Instant now) {
        return sql.sql("""
                delete from access.one_time_links
                where secret_hash = :hash and purpose = :purpose and expires_at > :now and user_id is not null
                returning user_id
                """)
                .param("hash", secret.hash())
                .param("purpose", purpose)
                .param("now", now)
                .optional(Long.class)
                .map(UserId::of);
    }
}
