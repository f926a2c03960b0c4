package dev.rapport.desk.find;

import dev.rapport.desk.words.Networks;
import dev.rapport.people.People;
import dev.rapport.shared.Sql;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds persons, cases and conversations by words; one bounded query each. */
@Component
public class Finds {

    private static final Pattern NUMBER = Pattern.compile("(?:\\p{L}+\\s*)?#?\\s*(\\d{1,18})");

    private final Sql sql;
    private final People people;

    Finds(Sql sql, People people) {
        this.sql = sql;
        this.people = people;
    }

    /** By name, address, handle or customer number. */
    public List<Suggestions.FoundPerson> persons(String words, int most) {
        return people.search(words, most).stream()
                .map(found -> new Suggestions.FoundPerson(
                        found.id().value(),
                        found.name(),
                        Stream.of(found.met(), found.organisation(), found.place())
                                .filter(Objects::nonNull)
                                .collect(Collectors.joining(" · "))))
                .toList();
    }

    /** The one of that number first, then those of the newest 20,000 whose title has every word. */
    public List<Suggestions.FoundCase> cases(String words, int most) {
        Matcher number = NUMBER.matcher(words.strip());
        List<String> terms = SearchFor.terms(words);
        if (terms.isEmpty()) {
            return List.of();
        }
        return sql.sql("""
                        select id, title, state, last_said_at
                        from (
                          (select id, title, state, last_said_at, 0 as place from cases.cases where id = :number)
                          union all
                          (select id, title, state, last_said_at, 1
                           from (select * from cases.cases order by id desc limit 20000) newest
                           where title ilike all (cast(:terms as text[])) and id <> :number
                           order by id desc limit :most)
                        ) found
                        order by place, id desc limit :most
                        """)
                .param("number", number.matches() ? Long.parseLong(number.group(1)) : 0)
                .param("terms", terms.stream().map(term -> "%" + term + "%").toArray(String[]::new))
                .param("most", most)
                .list(Suggestions.FoundCase.class);
    }

    /** The latest among the first 200 messages the index knows of. */
    List<Suggestions.FoundConversation> conversations(String words, int most) {
        String query = SearchFor.query(words);
        if (query.isEmpty()) {
            return List.of();
        }
        return sql.sql("""
                        select m.id, m.conversation_id, m.words, p.network,
                          coalesce(u.name, human.name, p.name, p.handle, '') as who
                        from (
                          select * from (
                            select id, conversation_id, words, profile_id, user_id from conversations.messages
                            where search @@ to_tsquery('simple', :query) and deleted_at is null limit 200
                          ) hits order by id desc limit :most
                        ) m
                        left join conversations.profiles p on p.id = m.profile_id
                        left join lateral (select person_id from people.who_v where profile_id = p.id limit 1) linked on true
                        left join people.persons human on human.id = linked.person_id
                        left join access.users u on u.id = m.user_id
                        order by m.id desc
                        """)
                .param("query", query)
                .param("most", most)
                .list((row, number) -> new Suggestions.FoundConversation(
                        row.getLong("conversation_id"),
                        row.getLong("id"),
                        row.getString("who"),
                        Networks.icon(row.getString("network")),
                        Highlights.around(row.getString("words"), SearchFor.terms(words), 90)));
    }
}
