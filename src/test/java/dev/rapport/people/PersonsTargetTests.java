package dev.rapport.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.access.OnOneDatabase;
import dev.rapport.cast.Facts;
import dev.rapport.cast.Voices;
import dev.rapport.exchange.spi.ImportLine;
import dev.rapport.exchange.spi.ImportOutcome;
import dev.rapport.shared.CustomerKey;
import dev.rapport.shared.ProfileId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnOneDatabase
class PersonsTargetTests {

    private static final Map<String, String> CRM = Map.of("source", "crm");

    @Autowired
    private PersonsTarget target;

    @Autowired
    private PersonsSource source;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void everyFieldOfALineIsKept() {
        take(line(
                2,
                Map.ofEntries(
                        Map.entry("number", "17"),
                        Map.entry("given_name", "Maren"),
                        Map.entry("family_name", "Holt"),
                        Map.entry("other_names", "Maren Vos|M. Holt"),
                        Map.entry("birth_date", "1984-03-31"),
                        Map.entry("email", "maren.holt@example.net|m@example.org"),
                        Map.entry("phone", "+33 1 23 45 67 89"),
                        Map.entry("known_handles", "Fediverse:@Owl"),
                        Map.entry("website", "https://holt.example/a b"),
                        Map.entry("city", "Uppsala"),
                        Map.entry("language", "sv|fr"),
                        Map.entry("account_name", "Holt & Co"),
                        Map.entry("account_number", "A1"))));

        Person maren = person("17");
        assertThat(maren.name()).isEqualTo("Maren Holt");
        assertThat(maren.origin()).isEqualTo(Origin.IMPORTED);
        assertThat(maren.facts().bornOn()).isEqualTo(LocalDate.of(1984, 3, 31));
        assertThat(maren.facts().languages()).containsExactly("sv", "fr");
        assertThat(maren.facts().numbers()).containsExactly(new CustomerKey("crm", "17"));
        assertThat(maren.facts().addresses())
                .containsExactlyInAnyOrder(
                        Address.email("maren.holt@example.net"),
                        Address.email("m@example.org"),
                        Address.phone("+33 1 23 45 67 89"),
                        Address.handle("fediverse", "Owl"),
                        Address.site("https://holt.example/a%20b"));
        assertThat(people.search("vos mar", 5)).extracting(PersonFound::id).containsExactly(maren.id());
        assertThat(jdbc.sql("select name from people.accounts")
                        .query(String.class)
                        .list())
                .containsExactly("Holt & Co");
    }

    @Test
    void sameFileAgainChangesNothing() {
        ImportLine[] lines = {
            line(2, Map.of("number", "17", "name", "Maren Holt", "account_name", "Holt & Co")),
            line(3, Map.of("number", "18", "name", "Leila Benali", "account_name", "Holt & Co"))
        };
        assertThat(take(lines)).isEqualTo(new ImportOutcome(2, 0, 0, List.of()));
        String before = everything();

        assertThat(take(lines)).isEqualTo(new ImportOutcome(0, 0, 2, List.of()));
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void changedLineChangesThePersonAndTakesBackWhatTheSourceGivesNoMore() {
        take(line(
                2,
                Map.of(
                        "number",
                        "17",
                        "name",
                        "Maren Holt",
                        "email",
                        "a@example.org|b@example.org",
                        "city",
                        "Uppsala")));
        Person before = person("17");
        List<Address> more = new ArrayList<>(before.facts().addresses());
        more.add(Address.email("typed@example.org"));
        people.change(new ChangePerson(
                before.id(),
                before.version(),
                Facts.numbered(new CustomerKey("crm", "17"), "Maren Holt", more.toArray(Address[]::new)),
                null));

        ImportOutcome outcome = take(line(2, Map.of("number", "17", "name", "Maren Vos", "email", "b@example.org")));

        assertThat(outcome.changed()).isEqualTo(1);
        assertThat(person("17").id()).isEqualTo(before.id());
        assertThat(person("17").name()).isEqualTo("Maren Vos");
        assertThat(person("17").facts().addresses())
                .containsExactlyInAnyOrder(Address.email("b@example.org"), Address.email("typed@example.org"));
    }

    @Test
    void dirtyAddressesAreRepairedWhereCertainAndElseRefusedWithWhatToDo() {
        ImportOutcome outcome = take(
                line(2, Map.of("number", "1", "name", "A B", "email", "a@holt.examplemailto:b@benali.example")),
                line(3, Map.of("number", "2", "name", "C D", "email", "Cleo <c@example.org>; d@example.org.")),
                line(4, Map.of("number", "3", "name", "E F", "email", "https://social.example/ef")),
                line(5, Map.of("number", "4", "name", "G H", "birth_date", "31.3.1984")),
                line(6, Map.of("number", "5", "name", "I J", "birth_date", "1984-02-30")),
                line(7, Map.of("number", "6")),
                line(8, Map.of("name", "K L")),
                line(9, Map.of("number", "7", "name", "M N", "known_handles", "owl")));

        assertThat(outcome.added()).isEqualTo(2);
        assertThat(person("1").facts().addresses())
                .containsExactly(Address.email("a@holt.example"), Address.email("b@benali.example"));
        assertThat(person("2").facts().addresses())
                .containsExactly(Address.email("c@example.org"), Address.email("d@example.org"));
        assertThat(outcome.refused()).extracting(ImportOutcome.Refusal::line).containsExactly(4L, 5L, 6L, 7L, 8L, 9L);
        assertThat(outcome.refused().get(0).why())
                .contains("“email” says “https://social.example/ef”", "name@example.org");
        assertThat(outcome.refused().get(1).why()).contains("write it as 1984-03-31");
        assertThat(outcome.refused().get(5).why()).contains("fediverse:handle");
    }

    @Test
    void numbersOfTwoSourcesAreTwoPersons() {
        take(line(2, Map.of("number", "17", "name", "Maren Holt")));
        target.take(Map.of("source", "shop"), List.of(line(2, Map.of("number", "17", "name", "Leila Benali"))));

        assertThat(person("17").name()).isEqualTo("Maren Holt");
        assertThat(jdbc.sql("select count(*) from people.persons")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void personsOfAFileAreRecognisedAtOnce() {
        ProfileId profile = new Voices(jdbc).profile("mail", "maren.holt@example.net", "M");

        take(line(2, Map.of("number", "17", "name", "Maren Holt", "email", "Maren.Holt@example.net")));

        assertThat(people.who(List.of(profile)))
                .containsEntry(profile, person("17").id());
    }

    @Test
    void whatIsExportedCanBeImportedAgainAndChangesNothing() {
        take(line(
                2,
                Map.of(
                        "number",
                        "17",
                        "name",
                        "Maren Holt",
                        "email",
                        "a@example.org|b@example.org",
                        "account_name",
                        "Holt & Co")));
        List<Map<String, Object>> rows = new ArrayList<>();
        source.each(rows::add);

        assertThat(rows).hasSize(1);
        assertThat(source.fields()).containsAll(rows.getFirst().keySet());
        Map<String, Object> row = new LinkedHashMap<>(rows.getFirst());
        assertThat(row)
                .containsEntry("source", "crm")
                .containsEntry("email", List.of("a@example.org", "b@example.org"));
        assertThat(target.take(CRM, List.of(new ImportLine(2, row)))).isEqualTo(new ImportOutcome(0, 0, 1, List.of()));
    }

    @Test
    void importWithoutASourceIsRefused() {
        assertThatThrownBy(() -> target.prepare(Map.of())).hasMessageContaining("--source crm");
    }

    private ImportOutcome take(ImportLine... lines) {
        return target.take(CRM, List.of(lines));
    }

    private static ImportLine line(long number, Map<String, Object> values) {
        return new ImportLine(number, values);
    }

    private Person person(String number) {
        Long id = jdbc.sql("select person_id from people.customer_numbers where source = 'crm' and number = ?")
                .params(number)
                .query(Long.class)
                .single();
        return people.find(dev.rapport.shared.PersonId.of(id)).orElseThrow();
    }

    private String everything() {
        return jdbc.sql("""
                        select coalesce((select string_agg(p::text, ';' order by id) from people.persons p), '')
                          || coalesce((select string_agg(a::text, ';' order by id) from people.addresses a), '')
                          || coalesce((select string_agg(n::text, ';' order by source, number) from people.customer_numbers n), '')
                          || coalesce((select string_agg(m::text, ';' order by account_id, person_id) from people.memberships m), '')
                        """).query(String.class).single();
    }
}
