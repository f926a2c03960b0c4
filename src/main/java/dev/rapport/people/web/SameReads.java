package dev.rapport.people.web;

import dev.rapport.people.Humans;
import dev.rapport.people.Resemblances;
import dev.rapport.shared.PersonId;
import dev.rapport.shared.Sql;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is needed to say whether two persons are one human. */
@Component
class SameReads {

    private record Counts(int profiles, int messages, int purchases) {}

    private final Sql sql;
    private final CardReads cards;
    private final Humans humans;
    private final Resemblances resemblances;

    SameReads(Sql sql, CardReads cards, Humans humans, Resemblances resemblances) {
        this.sql = sql;
        this.cards = cards;
        this.humans = humans;
        this.resemblances = resemblances;
    }

    boolean isThere(long person) {
        return sql.sql("select exists (select from people.persons where id = :person)")
                .param("person", person)
                .single(Boolean.class);
    }

    SamePage page(PersonId first, PersonId second) {
        List<PersonId> rows = humans.rows(first);
        return new SamePage(
                side(first.value()),
                side(second.value()),
                resemblances.of(second, first).orElse(null),
                rows.stream()
                        .filter(row -> !row.equals(first))
                        .map(row -> cards.person(row.value()))
                        .toList(),
                rows.contains(second) && rows.contains(first));
    }

    private SamePage.Side side(long person) {
        Counts counts = sql.sql("""
                        select
                          (select count(*) from people.links where person_id = :person and state = 'CONFIRMED')::int as profiles,
                          (select count(*) from (
                            select from people.links l join conversations.messages m on m.profile_id = l.profile_id
                            where l.person_id = :person and l.state = 'CONFIRMED' limit 1000) n)::int as messages,
                          (select count(*) from (
                            select from people.customer_numbers c
                            join commerce.purchases p on p.customer_source = c.source and p.customer_number = c.number
                            where c.person_id = :person limit 1000) n)::int as purchases
                        """).param("person", person).single(Counts.class);
        return new SamePage.Side(cards.person(person), counts.profiles(), counts.messages(), counts.purchases());
    }
}
