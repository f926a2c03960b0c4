package dev.rapport.people;

import dev.rapport.people.matching.Circumstance;
import dev.rapport.people.matching.Kind;
import dev.rapport.shared.PersonId;
import dev.rapport.shared.ProfileId;
import dev.rapport.shared.Sql;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What speaks for a person and is not on the profile: that they bought what the voice speaks of, that it talks with somebody
 * who is known to be of their organisation.
 */
@Component
class CircumstanceReads {

    private static final double RARE = 0.005;
    private static final double SOME = 0.05;

    private record Owned(PersonId person, String product, double share) {}

    private record Colleague(PersonId person, String organisation) {}

    private final Sql sql;

    CircumstanceReads(Sql sql) {
        this.sql = sql;
    }

    /** For these persons only, whom the profile already points to. */
    List<Circumstance> of(ProfileId voice, List<PersonId> persons) {
        Long[] ids = persons.stream().map(PersonId::value).toArray(Long[]::new);
        List<Circumstance> owned = owned(voice, ids).stream()
                .map(one -> new Circumstance(one.person(), Kind.OWNS, level(one.share()), one.product()))
                .toList();
        List<Circumstance> talks = colleagues(voice, ids).stream()
                .map(one -> new Circumstance(one.person(), Kind.TALKS_WITH, "colleague", one.organisation()))
                .toList();
        return Stream.concat(owned.stream(), talks.stream()).toList();
    }

    private static String level(double share) {
        return share <= RARE ? "rare" : share <= SOME ? "some" : "many";
    }

    /** The rarest product of each person that the voice gave an opinion of after they had it. */
    private List<Owned> owned(ProfileId voice, Long[] persons) {
        return sql.sql("""
                        with spoken as (
                          select o.target_id, max(m.said_at) as said_at
                          from (select id, revision, said_at from conversations.messages where profile_id = :voice
                                order by said_at desc limit 200) m
                          join understanding.opinions o on o.message_id = m.id and o.revision = m.revision
                          where o.target_kind = 'PRODUCT'
                          group by o.target_id)
                        select distinct on (p.person_id) p.person_id as person, h.product_name as product,
                          owners.n / greatest(1, everybody.n)::float8 as share
                        from spoken s
                        join commerce.holdings_v h on h.product_id = s.target_id and h.since <= s.said_at
                        join people.customer_numbers n on n.source = h.customer_source and n.number = h.customer_number
                        join lateral (select people.human_of(n.person_id) as person_id) p on true
                        cross join lateral (
                          select count(*) as n from (
                            select 1 from commerce.purchases p where p.product_id = s.target_id limit 5000) o) owners
                        cross join lateral (select count(*) as n from (select 1 from people.persons limit 100000) e) everybody
                        where p.person_id = any(:persons)
                        order by p.person_id, share
                        """).param("voice", voice).param("persons", persons).list(Owned.class);
    }

    private List<Colleague> colleagues(ProfileId voice, Long[] persons) {
        return sql.sql("""
                        select distinct on (mine.person_id) mine.person_id as person, a.name as organisation
                        from people.memberships mine
                        join people.memberships theirs on theirs.account_id = mine.account_id
                          and theirs.person_id <> mine.person_id
                        join people.accounts a on a.id = mine.account_id
                        where mine.person_id = any(:persons)
                          and exists (
                            select from conversations.messages said
                            join conversations.messages beside on beside.conversation_id = said.conversation_id
                              and beside.profile_id <> said.profile_id
                            join people.who_v w on w.profile_id = beside.profile_id
                            where said.profile_id = :voice and w.person_id = theirs.person_id)
                        order by mine.person_id, a.name
                        """).param("voice", voice).param("persons", persons).list(Colleague.class);
    }
}
