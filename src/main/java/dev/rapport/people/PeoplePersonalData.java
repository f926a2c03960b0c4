package dev.rapport.people;

import dev.rapport.shared.HeldSection;
import dev.rapport.shared.PersonId;
import dev.rapport.shared.PersonalDataHolder;
import dev.rapport.shared.Subject;
import dev.rapport.shared.SubjectSql;
import dev.rapport.shared.TombstoneKey;
import dev.rapport.shared.Tombstones;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Who somebody is. Nothing of it stays, not even the number of the row. */
@Component
class PeoplePersonalData implements PersonalDataHolder {

    private static final Set<String> TABLES = Set.of(
            "people.persons",
            "people.names",
            "people.addresses",
            "people.customer_numbers",
            "people.memberships",
            "people.links",
            "people.link_events",
            "people.sames",
            "people.lookups",
            "people.natures",
            "people.postponed",
            "people.same_events",
            "people.consents",
            "events.event_publication");

    private static final List<HeldSection> SECTIONS = List.of(
            new HeldSection("person", """
                    select name, given_name, family_name, other_names, born_on, gender, title, organisation, city, region, country,
                      languages, zone, zone_why, origin, made_at, changed_at
                    from people.persons where id = any(:persons)
                    """),
            new HeldSection("addresses", """
                    select kind, nullif(network, '') as network, value, nullif(source, '') as source, added_at
                    from people.addresses where person_id = any(:persons) order by kind, id
                    """),
            new HeldSection("customer_numbers", """
                    select source, number from people.customer_numbers where person_id = any(:persons) order by source, number
                    """),
            new HeldSection("organisations", """
                    select a.name, m.role, nullif(m.source, '') as source
                    from people.memberships m join people.accounts a on a.id = m.account_id
                    where m.person_id = any(:persons) order by a.name
                    """),
            new HeldSection("links", """
                    select p.network, p.handle, l.state, l.probability, l.evidence, l.decided_at, l.why, l.rules
                    from people.links l join conversations.profiles p on p.id = l.profile_id
                    where l.person_id = any(:persons) order by l.id
                    """),
            new HeldSection("link_history", """
                    select p.network, p.handle, e.state, e.at, e.why, e.evidence
                    from people.link_events e join people.links l on l.id = e.link_id
                    join conversations.profiles p on p.id = l.profile_id
                    where l.person_id = any(:persons) order by e.id
                    """),
            new HeldSection("profiles_marked", """
                    select p.network, p.handle, n.nature, n.marked_at
                    from people.natures n join conversations.profiles p on p.id = n.profile_id
                    where n.profile_id = any(:profiles) order by n.profile_id
                    """),
            new HeldSection("consents", """
                    select purpose, nullif(channel, '') as channel, answer, said_on, said_how, words, document, recorded_at
                    from people.consents where person_id = any(:persons) order by said_on, id
                    """));

    private static final String THEIR_LINKS = "(person_id = any(:persons) or profile_id = any(:profiles))";

    private static final List<String> ERASE = List.of(
            "delete from people.audits where link_id in (select id from people.links where " + THEIR_LINKS + ")",
            "delete from people.postponed where link_id in (select id from people.links where " + THEIR_LINKS + ")",
            "delete from people.lookups where profile_id = any(:profiles)",
            "delete from people.natures where profile_id = any(:profiles)",
            "insert into people.changes (person_id) select unnest(:persons)",
            "delete from people.link_events where link_id in (select id from people.links where " + THEIR_LINKS + ")",
            "delete from people.links where " + THEIR_LINKS,
            "delete from people.voices where profile_id = any(:profiles) or voice_id = any(:profiles)",
            "delete from people.same_events where person_id = any(:persons) or leading_id = any(:persons)",
            "delete from people.sames where person_id = any(:persons) or leading_id = any(:persons)",
            "delete from people.names where person_id = any(:persons)",
            "delete from people.addresses where person_id = any(:persons)",
            "delete from people.customer_numbers where person_id = any(:persons)",
            "delete from people.memberships where person_id = any(:persons)",
            "delete from people.consents where person_id = any(:persons)",
            "delete from people.persons where id = any(:persons)",
            "delete from events.event_publication e where e.serialized_event ~* :clues::text");

    private final SubjectSql sql;
    private final JdbcTemplate jdbc;
    private final ErasedPersons erased;

    PeoplePersonalData(SubjectSql sql, JdbcTemplate jdbc, ErasedPersons erased) {
        this.sql = sql;
        this.jdbc = jdbc;
        this.erased = erased;
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
        erased.tombstones().set(keys(subject), at);
        return sql.run(ERASE, subject, at);
    }

    @Override
    public Optional<Tombstones> tombstones() {
        return Optional.of(erased.tombstones());
    }

    @Override
    public Subject recognise(Predicate<TombstoneKey> isErased) {
        Set<PersonId> persons = new HashSet<>();
        jdbc.query("select id, made_at from people.persons", row -> {
            Instant madeAt = row.getObject(2, OffsetDateTime.class).toInstant();
            if (isErased.test(TombstoneKey.person(row.getLong(1), madeAt))) {
                persons.add(new PersonId(row.getLong(1)));
            }
        });
        return Subject.ofPersons(persons);
    }

    private Set<TombstoneKey> keys(Subject subject) {
        Set<TombstoneKey> keys = new HashSet<>();
        jdbc.query(
                "select id, made_at from people.persons where id = any(?)",
                row -> {
                    Instant madeAt = row.getObject(2, OffsetDateTime.class).toInstant();
                    keys.add(TombstoneKey.person(row.getLong(1), madeAt));
                },
                (Object) subject.persons().stream().map(PersonId::value).toArray(Long[]::new));
        subject.customers().forEach(customer -> keys.add(TombstoneKey.customer(customer)));
        subject.addresses().forEach(address -> keys.add(TombstoneKey.address(address)));
        for (Subject.Voice voice : subject.voices()) {
            if (voice.handle() != null) {
                keys.add(TombstoneKey.author(voice.network(), voice.handle().toLowerCase(Locale.ROOT)));
            }
        }
        return keys;
    }
}
