package dev.rapport.understanding;

import dev.rapport.shared.Sql;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Messages in their present wording that other rules, weights or names have read than those of today. */
@Repository
class RereadingStore {

    private static final String OUTDATED = """
            from conversations.messages m join understanding.readings r on r.message_id = m.id and r.revision = m.revision
            where m.id > :after and m.said_at >= :since and m.side in ('CUSTOMER', 'PARTNER') and m.deleted_at is null
              and (r.rules, r.model, r.catalogue) is distinct from (:rules, :model, cast(:catalogue as bigint))
            """;

    private final Sql sql;

    RereadingStore(Sql sql) {
        this.sql = sql;
    }

    long outdated(Instant since, Versions now) {
        return bound(sql.sql("select count(*) " + OUTDATED), since, 0, now).single(Long.class);
    }

    /** The next of them by number. */
    List<ReadingStore.Unread> next(Instant since, long after, Versions now, int most) {
        return bound(
                        sql.sql("select m.id, m.revision, m.words, m.title, m.addressees, m.language " + OUTDATED
                                + " order by m.id limit :most"),
                        since,
                        after,
                        now)
                .param("most", most)
                .list(ReadingStore::unread);
    }

    /** A handful spread over all of them, the same each time. */
    List<ReadingStore.Unread> sample(Instant since, Versions now, int most) {
        return bound(
                        sql.sql("select m.id, m.revision, m.words, m.title, m.addressees, m.language " + OUTDATED
                                + " order by hashint8(m.id), m.id limit :most"),
                        since,
                        0,
                        now)
                .param("most", most)
                .list(ReadingStore::unread);
    }

    /** The newest messages that were read in a language, in their present wording, the newest first. */
    List<ReadingStore.Unread> newest(String language, int most) {
        return sql.sql("""
                select m.id, m.revision, m.words, m.title, m.addressees, m.language
                from conversations.messages m
                join understanding.readings r on r.message_id = m.id and r.revision = m.revision
                where m.side in ('CUSTOMER', 'PARTNER') and m.deleted_at is null and m.hidden_at is null
                  and r.language = :language
                order by m.id desc limit :most
                """).param("language", language).param("most", most).list(ReadingStore::unread);
    }

    /** How many of the newest messages other rules have read than these. */
    long behind(String rules, int most) {
        return sql.sql("""
                select count(*) filter (where r.rules <> :rules)
                from (select id, revision from conversations.messages
                      where side in ('CUSTOMER', 'PARTNER') and deleted_at is null order by id desc limit :most) m
                join understanding.readings r on r.message_id = m.id and r.revision = m.revision
                """).param("rules", rules).param("most", most).single(Long.class);
    }

    private static Sql.Statement bound(Sql.Statement statement, Instant since, long after, Versions now) {
        return statement
                .param("since", since)
                .param("after", after)
                .param("rules", now.rules())
                .param("model", now.model())
                .param("catalogue", now.catalogue());
    }
}
