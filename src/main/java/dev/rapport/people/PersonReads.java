package dev.rapport.people;

import dev.rapport.shared.CustomerKey;
import dev.rapport.shared.PersonId;
import dev.rapport.shared.ProfileId;
import dev.rapport.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Finds persons: by id, by what is typed, by the profiles they speak with. */
@Component
class PersonReads {

    private static final int WORDS = 5;

    private final Sql sql;

    PersonReads(Sql sql) {
        this.sql = sql;
    }

    Optional<Person> find(PersonId id) {
        return sql.sql("""
                        select id, version, origin, name, given_name, family_name, other_names, born_on, gender, title,
                          organisation, city, region, country, languages
                        from people.persons where id = :id
                        """).param("id", id).optional((row, number) -> person(row));
    }

    Map<ProfileId, PersonId> who(Collection<ProfileId> profiles) {
        Map<ProfileId, PersonId> who = new HashMap<>();
        sql.sql("select profile_id, person_id from people.who_v where profile_id = any(:profiles)")
                .param("profiles", profiles.stream().map(ProfileId::value).toArray(Long[]::new))
                .list((row, number) -> who.put(ProfileId.of(row.getLong(1)), PersonId.of(row.getLong(2))));
        return who;
    }

    List<ProfileId> profilesOf(PersonId person) {
        return sql.sql("select profile_id from people.who_v where person_id = :person order by profile_id")
                .param("person", person)
                .list(ProfileId.class);
    }

    /** By the beginnings of names' words, all of which have to be there, or the beginning of an address or number. */
    List<PersonFound> search(String typed, int most) {
        String begun = typed.strip().toLowerCase(Locale.ROOT).replaceFirst("^@", "");
        if (begun.isEmpty()) {
            return List.of();
        }
        List<String> words = words(begun);
        Sql.Statement statement = sql.sql("""
                        with found as (
                          (select a.person_id as id, 0 as place, a.value as met from people.addresses a
                           where a.folded collate "C" between :begun and :begun || chr(1114109) order by a.folded limit :most)
                          union all
                          (select n.person_id, 0, n.number from people.customer_numbers n
                           where n.person_id is not null and n.number in (:begun, upper(:begun)) limit :most)
                          union all
                          (select p.id, 1, null from people.persons p where %s
                           order by (p.folded like :first) desc, p.name, p.id limit :most))
                        select p.id, p.name, p.organisation, coalesce(p.city, p.region, p.country) as place, f.met
                        from (select distinct on (people.human_of(id)) people.human_of(id) as id, place, met from found
                              order by people.human_of(id), place) f
                        join people.persons p on p.id = f.id
                        order by f.place, (p.folded like :first) desc, p.name, p.id
                        limit :most
                        """.formatted(named(words)))
                .param("begun", begun)
                .param("first", (words.isEmpty() ? "" : words.getFirst()) + "%")
                .param("most", most);
        for (int i = 0; i < words.size(); i++) {
            statement.param("word" + i, words.get(i) + "%").param("inner" + i, "% " + words.get(i) + "%");
        }
        return statement.list(PersonFound.class);
    }

    private List<String> words(String typed) {
        return sql.sql("""
                        select word from unnest(string_to_array(conversations.folded(:typed), ' ')) as word where word <> ''
                        """).param("typed", typed).list(String.class).stream()
                .limit(WORDS)
                .toList();
    }

    private static String named(List<String> words) {
        return words.isEmpty()
                ? "false"
                : IntStream.range(0, words.size())
                        .mapToObj(i -> "(p.folded like :word" + i + " or p.folded like :inner" + i + ")")
                        .collect(Collectors.joining(" and "));
    }

    private Person person(ResultSet row) throws SQLException {
        PersonId id = PersonId.of(row.getLong("id"));
        return new Person(
                id,
                row.getInt("version"),
                Origin.valueOf(row.getString("origin")),
                new PersonFacts(
                        row.getString("name"),
                        row.getString("given_name"),
                        row.getString("family_name"),
                        texts(row, "other_names"),
                        row.getObject("born_on", LocalDate.class),
                        row.getString("gender"),
                        row.getString("title"),
                        row.getString("organisation"),
                        row.getString("city"),
                        row.getString("region"),
                        row.getString("country"),
                        texts(row, "languages"),
                        addresses(id),
                        numbers(id)));
    }

    private List<Address> addresses(PersonId id) {
        return sql.sql("select kind, network, value from people.addresses where person_id = :id order by kind, id")
                .param("id", id)
                .list(Address.class);
    }

    private List<CustomerKey> numbers(PersonId id) {
        return sql.sql(
                        "select source, number from people.customer_numbers where person_id = :id order by source, number")
                .param("id", id)
                .list(CustomerKey.class);
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
