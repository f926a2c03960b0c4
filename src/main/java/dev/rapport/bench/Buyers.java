package dev.rapport.bench;

import dev.rapport.shared.CopyRows;
import java.io.IOException;
import java.io.Writer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** Invents persons with a name, an address, a town and a language. The same number is always the same person. */
final class Buyers implements Shipment {

    private static final String HEAD = "number,given_name,family_name,email,city,country,language\n";
    private static final String[] LANGUAGES = {"en", "fr", "de", "nl"};

    private final int count;

    Buyers(int count) {
        this.count = count;
    }

    static String number(int i) {
        return "C" + (2_000_000 + i);
    }

    @Override
    public String kind() {
        return "persons";
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public String sequence() {
        return "people.persons_id_seq";
    }

    @Override
    public void write(Writer out) throws IOException {
        out.write(HEAD);
        for (int i = 0; i < count; i++) {
            out.write(String.join(",", number(i), given(i), family(i), email(i), city(i), "BE", language(i)));
            out.write('\n');
        }
    }

    @Override
    public void copy(Connection connection, int from, int to, String source, long[] ids) throws SQLException {
        CopyRows persons = new CopyRows();
        CopyRows names = new CopyRows();
        CopyRows numbers = new CopyRows();
        CopyRows addresses = new CopyRows();
        for (int i = from; i < to; i++) {
            String name = given(i) + " " + family(i);
            String folded = name.toLowerCase(Locale.ROOT);
            persons.add(ids[i])
                    .add(name)
                    .add(folded)
                    .add(given(i))
                    .add(family(i))
                    .add(city(i));
            persons.add("BE").addTexts(List.of(language(i))).add("IMPORTED").endRow();
            names.add(ids[i]).add(folded).endRow();
            numbers.add(source).add(number(i)).add(ids[i]).endRow();
            addresses
                    .add(ids[i])
                    .add("EMAIL")
                    .add("")
                    .add(email(i))
                    .add(email(i))
                    .add(source);
            addresses.endRow();
        }
        persons.write(connection, """
                copy people.persons (id, name, folded, given_name, family_name, city, country, languages, origin) from stdin
                """);
        names.write(connection, "copy people.names (person_id, folded) from stdin");
        numbers.write(connection, "copy people.customer_numbers (source, number, person_id) from stdin");
        addresses.write(
                connection, "copy people.addresses (person_id, kind, network, value, folded, source) from stdin");
    }

    @Override
    public List<Expected> expected() {
        return List.of(
                new Expected("persons", count, """
                        select count(*) from people.persons p
                        join people.customer_numbers n on n.person_id = p.id where n.source = :source
                        """),
                new Expected("addresses", count, "select count(*) from people.addresses where source = :source"),
                new Expected("names", count, """
                        select count(*) from people.names a
                        join people.customer_numbers n on n.person_id = a.person_id where n.source = :source
                        """));
    }

    private static String given(int i) {
        return Voices.word(i % 1_900, 2);
    }

    private static String family(int i) {
        return Voices.word(i / 7, 3);
    }

    private static String email(int i) {
        return "buyer" + i + "@example.org";
    }

    private static String city(int i) {
        return Voices.word(i % 300 + 11, 3);
    }

    private static String language(int i) {
        return LANGUAGES[i % LANGUAGES.length];
    }
}
