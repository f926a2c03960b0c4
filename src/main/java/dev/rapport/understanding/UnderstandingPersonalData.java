package dev.rapport.understanding;

import dev.rapport.shared.HeldSection;
import dev.rapport.shared.PersonalDataHolder;
import dev.rapport.shared.Subject;
import dev.rapport.shared.SubjectSql;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * How somebody's messages were understood. The reading stays, as it names nobody; the exact words among its reasons go, and
 * so do corrections with all that was learnt from them, what a second reader said, and what a sentence model made of them.
 */
@Component
class UnderstandingPersonalData implements PersonalDataHolder {

    private static final Set<String> TABLES = Set.of(
            "understanding.corrections",
            "understanding.embeddings",
            "understanding.opinions",
            "understanding.readings",
            "understanding.second_opinions",
            "understanding.second_readings");

    private static final List<HeldSection> SECTIONS = List.of(
            new HeldSection("readings", """
                    select m.said_at, r.language, r.polarity, r.confidence, r.intents, r.urgency, r.reasons
                    from understanding.readings r join conversations.messages m on m.id = r.message_id
                    where m.profile_id = any(:profiles) order by m.said_at, r.message_id, r.revision
                    """),
            new HeldSection("opinions", """
                    select m.said_at, o.target_name as about, o.polarity, o.confidence,
                      case when m.revision = o.revision then substring(m.words from o.quote_from + 1 for o.quote_to - o.quote_from) end
                        as quote
                    from understanding.opinions o join conversations.messages m on m.id = o.message_id
                    where m.profile_id = any(:profiles) order by m.said_at, o.message_id, o.revision, o.position
                    """),
            new HeldSection("corrections", """
                    select m.said_at, c.field, c.intent, c.value, c.said, c.confidence, c.corrected_at, c.taken_back_at
                    from understanding.corrections c join conversations.messages m on m.id = c.message_id
                    where m.profile_id = any(:profiles) order by m.said_at, c.message_id, c.id
                    """),
            new HeldSection("second_readings", """
                    select m.said_at, s.model, s.polarity, s.confidence, s.refused, s.asked_at,
                      (select count(*) from understanding.second_opinions o
                       where o.message_id = s.message_id and o.revision = s.revision) as opinions
                    from understanding.second_readings s join conversations.messages m on m.id = s.message_id
                    where m.profile_id = any(:profiles) order by m.said_at, s.message_id, s.revision
                    """),
            new HeldSection("embeddings", """
                    select m.said_at, e.model from understanding.embeddings e
                    join conversations.messages m on m.id = e.message_id
                    where m.profile_id = any(:profiles) order by m.said_at, e.message_id
                    """));

    private static final List<String> ERASE = List.of("""
            update understanding.readings r set reasons = '{}'
            from conversations.messages m
            where m.id = r.message_id and r.reasons <> '{}'
              and (m.profile_id = any(:profiles)
                   or m.side = 'US' and m.conversation_id in (
                     select t.conversation_id from conversations.messages t where t.profile_id = any(:profiles)))
            """, """
            update understanding.versions set corrections = corrections + 1
            where exists (select from understanding.corrections c join conversations.messages m on m.id = c.message_id
                          where m.profile_id = any(:profiles))
            """, """
            delete from understanding.corrections c using conversations.messages m
            where m.id = c.message_id and m.profile_id = any(:profiles)
            """, """
            delete from understanding.second_readings s using conversations.messages m
            where m.id = s.message_id and m.profile_id = any(:profiles)
            """, """
            delete from understanding.embeddings e using conversations.messages m
            where m.id = e.message_id and m.profile_id = any(:profiles)
            """, """
            delete from understanding.embeddings_wanted w using conversations.messages m
            where m.id = w.message_id and m.profile_id = any(:profiles)
            """);

    private final SubjectSql sql;

    UnderstandingPersonalData(SubjectSql sql) {
        this.sql = sql;
    }

    @Override
    public Set<String> tables() {
        return TABLES;
    }

    @Override
    public List<HeldSection> sections() {
        return SECTIONS;
    }

    @Override
    public int erase(Subject subject, Instant at) {
        return subject.profiles().isEmpty() ? 0 : sql.run(ERASE, subject, at);
    }
}
