package dev.rapport.desk.purchases;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Whose a purchase or contract is: a number of another system, and who that is if we know.
 *
 * @param person the person's id; empty of a customer organisation or a number nobody knows
 * @param name of the person or organisation
 */
public record Customer(
        String source,
        String number,
        @Nullable Long person,
        @Nullable String name) {

    private static final String ERASED = "erased:";

    /** What the columns are read from. */
    static final String JOINS = """
            left join people.customer_numbers n on n.source = p.customer_source and n.number = p.customer_number
            left join people.persons person on person.id = people.human_of(n.person_id)
            left join people.accounts account on account.id = n.account_id
            """;

    static final String COLUMNS =
            "p.customer_source, p.customer_number, person.id as person_id, coalesce(person.name, account.name) as customer";

    /** The number is nobody's that we know, nor somebody's who was erased. */
    static final String UNKNOWN = """
            p.customer_number not like 'erased:%' and not exists (
              select from people.customer_numbers n
              where n.source = p.customer_source and n.number = p.customer_number)""";

    static Customer read(ResultSet row) throws SQLException {
        return new Customer(
                row.getString("customer_source"),
                row.getString("customer_number"),
                row.getObject("person_id", Long.class),
                row.getString("customer"));
    }

    /** Whether who this was has been erased; the number is then one that names nobody. */
    public boolean isErased() {
        return number.startsWith(ERASED);
    }

    public boolean isKnown() {
        return name != null;
    }

    public @Nullable String href() {
        return person == null ? null : "/people/" + person;
    }
}
