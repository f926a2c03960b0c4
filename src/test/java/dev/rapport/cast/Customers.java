package dev.rapport.cast;

import dev.rapport.shared.PersonId;
import dev.rapport.shared.ProfileId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts persons, what they have and who speaks with which profile straight into the tables, for tests of screens. */
public final class Customers {

    private static final String SOURCE = "shop";

    private final JdbcClient jdbc;

    public Customers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A person with a customer number. */
    public PersonId person(String name) {
        PersonId person = PersonId.of(jdbc.sql("""
                        insert into people.persons (name, folded, city, country, languages, origin)
                        values (?, ?, 'Uppsala', 'SE', '{sv,fr}', 'ENTERED') returning id
                        """)
                .params(name, name.toLowerCase(Locale.ROOT))
                .query(Long.class)
                .single());
        jdbc.sql("insert into people.customer_numbers (source, number, person_id) values (?, ?, ?)")
                .params(SOURCE, number(person), person.value())
                .update();
        return person;
    }

    /** A product of a brand of ours. */
    public long product(String brand, String name) {
        long made = jdbc.sql("insert into commerce.brands (name, folded, standing) values (?, ?, 'OURS') returning id")
                .params(brand, brand.toLowerCase(Locale.ROOT))
                .query(Long.class)
                .single();
        return product(made, name);
    }

    /** Another product of a brand. */
    public long product(long brand, String name) {
        return jdbc.sql("insert into commerce.products (brand_id, name, folded) values (?, ?, ?) returning id")
                .params(brand, name, name.toLowerCase(Locale.ROOT))
                .query(Long.class)
                .single();
    }

    /** A purchase, with a warranty when that has an end. */
    public long buys(PersonId person, long product, String name, Instant when, @Nullable LocalDate warranty) {
        long purchase = jdbc.sql("""
                        insert into commerce.purchases (source, number, customer_source, customer_number, order_number,
                          product_id, product_name, bought_at, amount, currency)
                        values (?, gen_random_uuid()::text, ?, ?, '88-20417', ?, ?, ?, 249, 'EUR') returning id
                        """)
                .params(SOURCE, SOURCE, number(person), product, name, at(when))
                .query(Long.class)
                .single();
        if (warranty != null) {
            jdbc.sql("insert into commerce.warranties (purchase_id, begins_on, ends_on) values (?, ?, ?)")
                    .params(purchase, LocalDate.ofInstant(when, ZoneOffset.UTC), warranty)
                    .update();
        }
        return purchase;
    }

    public void returns(long purchase, Instant when) {
        jdbc.sql("insert into commerce.returns (purchase_id, returned_at) values (?, ?)")
                .params(purchase, at(when))
                .update();
    }

    /** The evidence links a profile to a person; by name, for sure. */
    public long isLinked(ProfileId profile, PersonId person, Instant when) {
        return link(profile, person, "CONFIRMED", when);
    }

    /** The evidence asks whether a profile is a person's. */
    public long mayBe(ProfileId profile, PersonId person, Instant when) {
        return link(profile, person, "PROPOSED", when);
    }

    /** A link comes into another state. */
    public void becomes(long link, String state, Instant when) {
        jdbc.sql("update people.links set state = ?, decided_at = ? where id = ?")
                .params(state, at(when), link)
                .update();
        event(link, state, when);
    }

    private long link(ProfileId profile, PersonId person, String state, Instant when) {
        long link = jdbc.sql("""
                        insert into people.links (profile_id, person_id, state, probability, evidence, rules, decided_at, made_at)
                        values (?, ?, ?, 0.91,
                          '[{"kind": "NAME", "words": "Amira Lindqvist", "seen_in": "PUBLIC", "rivals": 1, "shared": false}]',
                          'test', ?, ?) returning id
                        """)
                .params(profile.value(), person.value(), state, at(when), at(when))
                .query(Long.class)
                .single();
        event(link, state, when);
        return link;
    }

    private void event(long link, String state, Instant when) {
        jdbc.sql(
                        "insert into people.link_events (link_id, state, at, probability, rules) values (?, ?, ?, 0.91, 'test')")
                .params(link, state, at(when))
                .update();
    }

    private static String number(PersonId person) {
        return "c-" + person.value();
    }

    private static OffsetDateTime at(Instant when) {
        return when.atOffset(ZoneOffset.UTC);
    }
}
