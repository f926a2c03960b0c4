package dev.rapport.people;

import dev.rapport.people.matching.Contact;
import dev.rapport.shared.PersonId;
import dev.rapport.shared.Sql;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Persons as the matcher compares them. */
@Component
class ContactReads {

    /** What the matcher knows a person by when something only they have was said in private. */
    static final String KEY = "person";

    private static final int PAGE = 5_000;

    /** Who stands under another is part of that one. */
    private static final String CONTACTS = """
            select p.id, p.name, p.given_name, p.family_name, p.organisation, p.title, p.city, p.region, p.country,
              p.other_names || array(select unnest(array[o.name] || o.other_names) from people.persons o
                                     where o.id in (select people.rows_of(p.id)) and o.id <> p.id) as other_names,
              array(select value from people.addresses
                    where person_id in (select people.rows_of(p.id)) and kind = 'EMAIL' order by id) as emails,
              array(select value from people.addresses
                    where person_id in (select people.rows_of(p.id)) and kind = 'SITE' order by id) as sites,
              array(select network || ':' || value from people.addresses
                    where person_id in (select people.rows_of(p.id)) and kind = 'HANDLE' order by id) as handles
            from people.persons p
            where not exists (select from people.sames s where s.person_id = p.id and s.state = 'CONFIRMED')
            """;

    private final Sql sql;

    ContactReads(Sql sql) {
        this.sql = sql;
    }

    /** The next few thousand. */
    List<Contact> after(long id) {
        return sql.sql(CONTACTS + "and p.id > :id order by p.id limit :page")
                .param("id", id)
                .param("page", PAGE)
                .list(ContactReads::contact);
    }

    List<Contact> of(Collection<PersonId> persons) {
        return sql.sql(CONTACTS + "and p.id = any(:persons)")
                .param("persons", persons.stream().map(PersonId::value).toArray(Long[]::new))
                .list(ContactReads::contact);
    }

    static String key(PersonId person) {
        return KEY + person.value();
    }

    private static Contact contact(ResultSet row, int number) throws SQLException {
        PersonId id = PersonId.of(row.getLong("id"));
        return new Contact(
                id,
                known(row.getString("given_name")),
                known(row.getString("family_name")),
                row.getString("name"),
                texts(row.getArray("other_names")),
                texts(row.getArray("emails")),
                known(row.getString("city")),
                known(row.getString("region")),
                known(row.getString("country")),
                known(row.getString("organisation")),
                known(row.getString("title")),
                texts(row.getArray("sites")),
                texts(row.getArray("handles")),
                List.of(key(id)));
    }

    private static String known(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
