package dev.rapport.access;

import dev.rapport.shared.Sql;
import dev.rapport.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Users' rows. */
@Repository
class UserStore {

    private static final String COLUMNS =
            "id, email, name, role, language, zone, theme, answers_keys, created_at, deactivated_at";

    private final Sql sql;

    UserStore(Sql sql) {
        this.sql = sql;
    }

    UserId add(NewUser user, Role role, String passwordHash, Instant now) {
        return sql.sql("""
                insert into access.users (email, name, role, password_hash, language, zone, created_at)
                values (:email, :name, :role, :passwordHash, :language, :zone, :now)
                returning id
                """)
                .param("email", user.email().value())
                .param("name", user.name())
                .param("role", role)
                .param("passwordHash", passwordHash)
                .param("language", user.language().toLanguageTag())
                .param("zone", user.zone().getId())
                .param("now", now)
                .single((row, number) -> UserId.of(row.getLong("id")));
    }

    Optional<User> find(UserId id) {
        return sql.sql("select " + COLUMNS + " from access.users where id = :id")
                .param("id", id)
                .optional(User.class);
    }

    Optional<User> byEmail(EmailAddress email) {
        return sql.sql("select " + COLUMNS + " from access.users where email = :email")
                .param("email", email.value())
                .optional(User.class);
    }

    List<User> active() {
        return sql.sql("select " + COLUMNS + " from access.users where deactivated_at is null order by lower(name), id")
                .list(User.class);
    }

    Optional<String> passwordHash(UserId id) {
        return sql.sql("select password_hash from access.users where id = :id")
                .param("id", id)
                .optional(String.class);
    }

    /** The active owners, held until the transaction ends so that two cannot leave at the same moment. */
    List<UserId> lockOwners() {
        return sql.sql("""
                select id from access.users
                where role = 'OWNER' and deactivated_at is null
                order by id
                for update
                """).list((row, number) -> UserId.of(row.getLong("id")));
    }

    void changeRole(UserId id, Role role) {
        sql.sql("update access.users set role = :role where id = :id")
                .param("id", id)
                .param("role", role)
                .updateOne();
    }

    void changeProfile(ChangeProfile change) {
        sql.sql("""
                update access.users
                set name = :name, language = :language, zone = :zone, theme = :theme, answers_keys = :answersKeys
                where id = :id
                """)
                .param("id", change.user())
                .param("name", change.name())
                .param("language", change.language().toLanguageTag())
                .param("zone", change.zone().getId())
                .param("theme", change.theme())
                .param("answersKeys", change.answersKeys())
                .updateOne();
    }

    void changePassword(UserId id, String passwordHash) {
        sql.sql("update access.users set password_hash = :passwordHash where id = :id")
                .param("id", id)
                .param("passwordHash", passwordHash)
                .updateOne();
    }

    void deactivate(UserId id, Instant now) {
        sql.sql("update access.users set deactivated_at = coalesce(deactivated_at, :now) where id = :id")
                .param("id", id)
                .param("now", now)
                .updateOne();
    }

    void reactivate(UserId id) {
        sql.sql("update access.users set deactivated_at = null where id = :id and erased_at is null")
                .param("id", id)
                .updateOne();
    }
}
