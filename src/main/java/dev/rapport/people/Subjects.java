package dev.rapport.people;

import dev.rapport.shared.CustomerKey;
import dev.rapport.shared.PersonId;
import dev.rapport.shared.ProfileId;
import dev.rapport.shared.Sql;
import dev.rapport.shared.Subject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Says by what somebody is known: their profiles as they are linked now, numbers, addresses, names. */
@Component
class Subjects {

    private final Sql sql;
    private final HumanStore humans;

    Subjects(Sql sql, HumanStore humans) {
        this.sql = sql;
        this.humans = humans;
    }

    Subject of(PersonId person) {
        return of(Set.copyOf(humans.rows(humans.human(person))), Set.of());
    }

    /** These persons and whatever else is known of the same people. */
    Subject completed(Subject partly) {
        return partly.persons().isEmpty() && partly.profiles().isEmpty()
                ? partly
                : partly.and(of(partly.persons(), partly.profiles()));
    }

    private Subject of(Set<PersonId> persons, Set<ProfileId> more) {
        Long[] ids = persons.stream().map(PersonId::value).toArray(Long[]::new);
        Set<ProfileId> profiles = new HashSet<>(more);
        profiles.addAll(sql.sql(
                        "select profile_id from people.who_v where person_id in (select people.human_of(p) from unnest(:persons) p)")
                .param("persons", ids)
                .list(ProfileId.class));
        Long[] voices = profiles.stream().map(ProfileId::value).toArray(Long[]::new);
        return new Subject(
                persons,
                Set.of(),
                Set.copyOf(profiles),
                Set.copyOf(voices(ids, voices)),
                Set.copyOf(customers(ids)),
                Set.copyOf(addresses(ids, voices)),
                texts("select value from people.addresses where kind = 'PHONE' and person_id = any(:persons)", ids),
                names(ids, voices));
    }

    private List<Subject.Voice> voices(Long[] persons, Long[] profiles) {
        return sql.sql("""
                        select network, author_key as key, handle from conversations.profiles
                        where id = any(:profiles) and author_key not like 'erased:%'
                        union
                        select network, '@' || folded, ltrim(value, '@') from people.addresses
                        where kind = 'HANDLE' and person_id = any(:persons)
                        """)
                .param("profiles", profiles)
                .param("persons", persons)
                .list(Subject.Voice.class);
    }

    private List<CustomerKey> customers(Long[] persons) {
        return sql.sql("select source, number from people.customer_numbers where person_id = any(:persons)")
                .param("persons", persons)
                .list(CustomerKey.class);
    }

    /** An address that somebody else has too is theirs as well, and stays known. */
    private List<String> addresses(Long[] persons, Long[] profiles) {
        return sql.sql("""
                        select a.folded from people.addresses a
                        where a.kind = 'EMAIL' and a.person_id = any(:persons) and not exists (
                          select from people.addresses o
                          where o.kind = 'EMAIL' and o.folded = a.folded and o.person_id <> all(:persons))
                        union
                        select lower(author_key) from conversations.profiles
                        where id = any(:profiles) and network = 'mail' and author_key like '%@%'
                        """)
                .param("profiles", profiles)
                .param("persons", persons)
                .list(String.class);
    }

    private Set<String> names(Long[] persons, Long[] profiles) {
        return Set.copyOf(sql.sql("""
                        select name from people.persons where id = any(:persons)
                        union
                        select given_name || ' ' || family_name from people.persons
                        where id = any(:persons) and given_name is not null and family_name is not null
                        union
                        select unnest(other_names) from people.persons where id = any(:persons)
                        union
                        select name from conversations.profiles where id = any(:profiles) and name is not null
                        """)
                .param("profiles", profiles)
                .param("persons", persons)
                .list(String.class));
    }

    private Set<String> texts(String query, Long[] persons) {
        Collection<String> found = sql.sql(query).param("persons", persons).list(String.class);
        return Set.copyOf(found);
    }
}
