package dev.rapport.understanding;

import dev.rapport.conversations.MessageId;
import dev.rapport.shared.Sql;
import java.util.List;
import org.springframework.stereotype.Repository;

/** The counts of the scorecard, and the readings that are least sure. */
@Repository
class ScorecardReads {

    private final Sql sql;

    ScorecardReads(Sql sql) {
        this.sql = sql;
    }

    /** How many of the newest messages are looked at. */
    private static final int LATELY = 10_000;

    List<Scorecard.Confused> confusion() {
        return sql.sql("""
                select said, value as meant, count(*) as times from understanding.corrections
                where field = 'POLARITY' and taken_back_at is null and said in ('POSITIVE', 'NEGATIVE', 'NEUTRAL', 'MIXED')
                group by said, value order by said, value
                """).list(Scorecard.Confused.class);
    }

    List<Scorecard.Sureness> calibration() {
        return sql.sql("""
                select floor(least(confidence, 0.999) * 10) / 10 as "from", avg(confidence) as stated, count(*) as checked,
                  count(*) filter (where said = value) as "right"
                from understanding.corrections
                where field in ('POLARITY', 'OPINION') and taken_back_at is null
                group by 1 order by 1
                """).list(Scorecard.Sureness.class);
    }

    /** Messages lately read, understood, and surely. */
    record Coverage(long read, long understood, long sure) {}

    Coverage coverage() {
        return sql.sql("""
                select count(*) as read, count(*) filter (where understood) as understood,
                  count(*) filter (where understood and confidence >= 0.8) as sure
                from (select understood, confidence from understanding.readings order by message_id desc limit :lately) r
                """).param("lately", LATELY).single(Coverage.class);
    }

    /** Readings nobody has looked at, the least sure first. */
    List<Unsure> leastSure(int most) {
        return sql.sql("""
                select m.id as message, m.revision, m.words, r.language, r.polarity, r.confidence, m.said_at
                from (select * from understanding.readings order by message_id desc limit :lately) r
                join conversations.messages m on m.id = r.message_id and m.revision = r.revision
                where r.understood and m.deleted_at is null and m.hidden_at is null
                  and not exists (select from understanding.corrections c
                                  where c.message_id = m.id and c.taken_back_at is null)
                order by r.confidence, m.id desc limit :most
                """)
                .param("lately", LATELY)
                .param("most", most)
                .list((row, n) -> new Unsure(
                        new MessageId(row.getLong("message")),
                        row.getInt("revision"),
                        row.getString("words"),
                        row.getString("language"),
                        Polarity.valueOf(row.getString("polarity")),
                        row.getDouble("confidence"),
                        row.getTimestamp("said_at").toInstant()));
    }
}
