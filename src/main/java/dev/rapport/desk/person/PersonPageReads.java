package dev.rapport.desk.person;

import dev.rapport.desk.words.Balance;
import dev.rapport.desk.words.Networks;
import dev.rapport.shared.SignedIn;
import dev.rapport.shared.Sql;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads who a person is, which profiles are theirs and what they think of what. */
@Component
class PersonPageReads {

    private final Sql sql;
    private final Reasons reasons;

    PersonPageReads(Sql sql, Reasons reasons) {
        this.sql = sql;
        this.reasons = reasons;
    }

    Optional<PersonPage.Facts> facts(long person, SignedIn user) {
        return sql.sql("""
                        select id, name, title, organisation, city, region, country, languages
                        from people.persons where id = :person
                        """).param("person", person).optional((row, number) -> facts(row, user.language()));
    }

    private PersonPage.Facts facts(ResultSet row, Locale language) throws SQLException {
        long id = row.getLong("id");
        return new PersonPage.Facts(
                id,
                row.getString("name"),
                row.getString("title"),
                row.getString("organisation"),
                Stream.of(row.getString("city"), row.getString("region"), country(row.getString("country"), language))
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                languages(row.getArray("languages"), language),
                sql.sql("""
                                select a.name as account, m.role
                                from people.memberships m join people.accounts a on a.id = m.account_id
                                where m.person_id in (select people.rows_of(:person)) order by lower(a.name) limit 20
                                """).param("person", id).list(PersonPage.Membership.class));
    }

    /** A code in the reader's words; anything else as it was given. */
    private static @Nullable String country(@Nullable String given, Locale language) {
        return given == null || !given.matches("[A-Z]{2}")
                ? given
                : Locale.of("", given).getDisplayCountry(language);
    }

    private static List<String> languages(Array given, Locale language) throws SQLException {
        return Arrays.stream((String[]) given.getArray())
                .map(each -> each.matches("[a-z]{2,3}") ? Locale.of(each).getDisplayLanguage(language) : each)
                .toList();
    }

    /** The person who stands for this one, and the others who are the same human, by id. */
    List<PersonPage.Row> rows(long person) {
        return sql.sql("""
                        select p.id, p.name, p.id = people.human_of(:person) as is_leading
                        from people.persons p where p.id in (select people.rows_of(people.human_of(:person))) and p.id <> :person
                        order by p.id
                        """).param("person", person).list(PersonPage.Row.class);
    }

    /** Those to decide first, the surest of them first; then the linked ones, the latest first. */
    List<LinkedProfile> profiles(long person, Locale language) {
        return sql.sql("""
                        select l.id as link, l.profile_id, coalesce(p.handle, p.name, '') as name, p.network,
                          l.state = 'PROPOSED' as proposed, l.probability::float8 as probability, u.name as decided_by, l.decided_at, l.why,
                          l.evidence,
                          (select count(*) from (
                            select from conversations.messages m where m.profile_id = l.profile_id limit :enough) n
                          ) as messages
                        from people.links l
                        join conversations.profiles p on p.id = l.profile_id
                        left join access.users u on u.id = l.decided_by
                        where l.person_id in (select people.rows_of(:person)) and l.state in ('PROPOSED', 'CONFIRMED')
                        order by proposed desc, case when l.state = 'PROPOSED' then l.probability end desc nulls last,
                          l.decided_at desc, l.id desc
                        limit 50
                        """)
                .param("person", person)
                .param("enough", TimelineReads.ENOUGH)
                .list((row, number) -> profile(row, language));
    }

    private LinkedProfile profile(ResultSet row, Locale language) throws SQLException {
        return new LinkedProfile(
                row.getLong("link"),
                row.getLong("profile_id"),
                row.getString("name"),
                Networks.icon(row.getString("network")),
                row.getString("network"),
                row.getInt("messages"),
                row.getBoolean("proposed"),
                row.getObject("probability", Double.class),
                row.getString("decided_by"),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                row.getString("why"),
                reasons.inWords(row.getString("evidence"), language));
    }

    /** Of what they said last, at most 500 messages a profile of the last twelve months. */
    List<Balance> opinions(long person) {
        return Balance.of(sql.sql("""
                        select o.target_name as target, count(*) filter (where o.polarity in ('POSITIVE', 'MIXED')) as good,
                          count(*) filter (where o.polarity in ('NEGATIVE', 'MIXED')) as bad
                        from people.who_v w
                        cross join lateral (
                          select id, revision from conversations.messages
                          where profile_id = w.profile_id and said_at > now() - interval '12 months'
                          order by said_at desc limit 500
                        ) m
                        join understanding.opinions o on o.message_id = m.id and o.revision = m.revision
                        where w.person_id = :person and o.polarity <> 'NEUTRAL'
                        group by o.target_name order by count(*) desc, o.target_name limit 12
                        """).param("person", person).list(Balance.Sum.class));
    }

    /** The conversation they spoke in last. */
    Optional<Long> newest(long person) {
        return sql.sql("""
                        select m.conversation_id
                        from people.who_v w
                        cross join lateral (
                          select conversation_id, said_at from conversations.messages
                          where profile_id = w.profile_id order by said_at desc limit 1
                        ) m
                        where w.person_id = :person order by m.said_at desc limit 1
                        """).param("person", person).optional(Long.class);
    }
}
