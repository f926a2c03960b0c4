package dev.rapport.people.web;

import dev.rapport.shared.Sql;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The two sides of a question: a profile with its last words, a person with what is known about them. */
@Component
class CardReads {

    private final Sql sql;

    CardReads(Sql sql) {
        this.sql = sql;
    }

    VoiceCard voice(long profile) {
        return findVoice(profile).orElseThrow();
    }

    Optional<VoiceCard> findVoice(long profile) {
        return sql.sql("""
                        select p.id, p.network, p.handle, p.name, p.bio, p.location, p.website, p.followers, p.verified,
                          (select count(*) from conversations.messages m where m.profile_id = p.id)::int as messages,
                          p.first_heard_at, last.words, last.visibility = 'PUBLIC' as is_public,
                          last.conversation_id as conversation,
                          coalesce(n.nature, case when p.side = 'BOT' then 'PROGRAM' end) as nature
                        from conversations.profiles p
                        left join people.voices v on v.profile_id = p.id
                        left join people.natures n on n.profile_id = coalesce(v.voice_id, p.id)
                        left join lateral (
                          select left(m.words, 400) as words, m.visibility, m.conversation_id from conversations.messages m
                          where m.profile_id = p.id and m.deleted_at is null and m.hidden_at is null
                          order by m.said_at desc, m.id desc limit 1) last on true
                        where p.id = :profile
                        """).param("profile", profile).optional(VoiceCard.class);
    }

    PersonCard person(long person) {
        return sql.sql("""
                        select p.id, p.name, p.title, p.organisation, nullif(concat_ws(', ', p.city, p.region, p.country), '') as place,
                          p.born_on, p.other_names, p.languages,
                          array(select a.value from people.addresses a where a.person_id = p.id order by a.kind, a.id limit 8)
                            as addresses,
                          array(select n.source || ' ' || n.number from people.customer_numbers n where n.person_id = p.id
                                order by 1 limit 5) as numbers,
                          array(select h.product_name from people.customer_numbers n
                                join commerce.holdings_v h on h.customer_source = n.source and h.customer_number = n.number
                                where n.person_id = p.id and h.until is null order by h.since desc, h.id limit 5) as holdings,
                          array(select coalesce(v.name, v.handle, v.author_key) || ' (' || v.network || ')'
                                from people.who_v w join conversations.profiles v on v.id = w.profile_id
                                where w.person_id = p.id order by 1 limit 8) as profiles
                        from people.persons p where p.id = :person
                        """).param("person", person).single((row, number) -> person(row));
    }

    private static PersonCard person(ResultSet row) throws SQLException {
        return new PersonCard(
                row.getLong("id"),
                row.getString("name"),
                row.getString("title"),
                row.getString("organisation"),
                row.getString("place"),
                row.getObject("born_on", LocalDate.class),
                texts(row.getArray("other_names")),
                texts(row.getArray("languages")),
                texts(row.getArray("addresses")),
                texts(row.getArray("numbers")),
                texts(row.getArray("holdings")),
                texts(row.getArray("profiles")));
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
