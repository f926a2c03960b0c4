package dev.rapport.people;

import dev.rapport.shared.PersonId;
import dev.rapport.shared.ProfileId;
import dev.rapport.shared.Sql;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Consents' rows, which are only ever added. */
@Component
class ConsentStore {

    private static final String CONSENTS = """
            select c.id, c.purpose, c.channel, c.answer, c.said_on, c.said_how, c.words, c.document, u.name as recorded_by,
              c.recorded_at
            from people.consents c left join access.users u on u.id = c.recorded_by
            where c.person_id = :person
            """;

    private final Sql sql;
    private final Clock clock;

    ConsentStore(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    void add(RecordConsent command) {
        try {
            sql.sql("""
                            insert into people.consents
                              (person_id, purpose, channel, answer, said_on, said_how, words, document, recorded_by, recorded_at)
                            values (:person, :purpose, :channel, :answer, :saidOn, :saidHow, :words, :document, :by, :now)
                            """)
                    .param("person", command.person())
                    .param("purpose", command.purpose())
                    .param("channel", command.channel())
                    .param("answer", command.answer())
                    .param("saidOn", command.saidOn())
                    .param("saidHow", command.saidHow())
                    .param("words", command.words())
                    .param("document", command.document())
                    .param("by", command.by())
                    .param("now", clock.instant())
                    .update();
        } catch (DataIntegrityViolationException unknown) {
            throw new NoSuchPerson(command.person());
        }
    }

    /** The latest that speaks of this channel or of all. */
    Optional<Consent> latest(PersonId person, Purpose purpose, String channel) {
        return sql.sql(CONSENTS + """
                          and c.purpose = :purpose and c.channel in ('', :channel)
                        order by c.said_on desc, c.id desc limit 1
                        """)
                .param("person", person)
                .param("purpose", purpose)
                .param("channel", channel)
                .optional(Consent.class);
    }

    /** All of a person, the latest first. */
    List<Consent> of(PersonId person) {
        return sql.sql(CONSENTS + "order by c.said_on desc, c.id desc")
                .param("person", person)
                .list(Consent.class);
    }

    /** The profiles that are linked to a person, each by its voice. */
    List<ProfileId> linked(PersonId person) {
        return sql.sql("""
                        select profile_id from people.links where person_id = :person and state = 'CONFIRMED' order by profile_id
                        """).param("person", person).list(ProfileId.class);
    }

    /** Asks nobody any more whether a profile is this person's. */
    void closeQuestions(PersonId person, String why) {
        sql.sql("""
                        with closed as (
                          update people.links set state = 'WITHDRAWN', decided_at = :now, why = :why, version = version + 1
                          where person_id = :person and state = 'PROPOSED'
                          returning id, state, decided_at, why, probability, evidence, rules)
                        insert into people.link_events (link_id, state, at, why, probability, evidence, rules)
                        select id, state, decided_at, why, probability, evidence, rules from closed
                        """)
                .param("person", person)
                .param("now", clock.instant())
                .param("why", why)
                .update();
    }
}
