package dev.rapport.commerce;

import dev.rapport.shared.CustomerKey;
import dev.rapport.shared.HeldSection;
import dev.rapport.shared.PersonalDataHolder;
import dev.rapport.shared.Subject;
import dev.rapport.shared.SubjectSql;
import dev.rapport.shared.TombstoneKey;
import dev.rapport.shared.Tombstones;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What somebody bought and agreed. Erased, it stays for the books that something was sold, when and for how much; numbers,
 * serials and places by which the buyer could be told go, and all of one customer become those of one nameless number.
 */
@Component
class CommercePersonalData implements PersonalDataHolder {

    private static final Set<String> TABLES =
            Set.of("commerce.purchases", "commerce.returns", "commerce.warranties", "commerce.contracts");

    private static final String THEIRS = """
            (x.customer_source, x.customer_number) in (select * from unnest(:sources::text[], :numbers::text[]))
            """;

    private static final List<HeldSection> SECTIONS = List.of(
            new HeldSection("purchases", """
                    select x.source, x.number, x.customer_number, x.order_number, x.product_name as product, x.bought_at,
                      x.quantity, x.amount, x.currency, x.place, x.serial, r.returned_at, r.why as return_why,
                      w.begins_on as warranty_from, w.ends_on as warranty_until, w.terms as warranty_terms
                    from commerce.purchases x
                    left join commerce.returns r on r.purchase_id = x.id
                    left join commerce.warranties w on w.purchase_id = x.id
                    where\s""" + THEIRS + " order by x.bought_at, x.id"),
            new HeldSection("contracts", """
                    select x.source, x.number, x.customer_number, x.product_name as product, x.begins_on, x.ends_on,
                      x.notice_by, x.cancelled_on, x.amount, x.currency, x.paid_every
                    from commerce.contracts x where\s""" + THEIRS + " order by x.begins_on, x.id"));

    private static final List<HeldSection> ONGOING = List.of(new HeldSection("running_contracts", """
                    select from commerce.contracts x
                    where x.cancelled_on is null and (x.ends_on is null or x.ends_on >= current_date) and\s""" + THEIRS));

    private static final String NAMELESS = """
            (select source, number, 'erased:' || gen_random_uuid() as nameless
             from (select distinct source, number from unnest(:sources::text[], :numbers::text[]) as g (source, number)) d)
            """;

    private static final List<String> ERASE = List.of("""
            update commerce.returns r set why = null from commerce.purchases x
            where x.id = r.purchase_id and r.why is not null and
            """ + THEIRS, """
            update commerce.warranties w set terms = null from commerce.purchases x
            where x.id = w.purchase_id and w.terms is not null and
            """ + THEIRS, """
            with nameless as materialized %s,
            bought as (
              update commerce.purchases x
              set customer_number = n.nameless, number = 'erased:' || x.id, order_number = null, serial = null, place = null
              from nameless n where n.source = x.customer_source and n.number = x.customer_number)
            update commerce.contracts x set customer_number = n.nameless, number = 'erased:' || x.id
            from nameless n where n.source = x.customer_source and n.number = x.customer_number
            """.formatted(NAMELESS));

    private final SubjectSql sql;
    private final JdbcTemplate jdbc;
    private final ErasedCustomers customers;

    CommercePersonalData(SubjectSql sql, JdbcTemplate jdbc, ErasedCustomers customers) {
        this.sql = sql;
        this.jdbc = jdbc;
        this.customers = customers;
    }

    @Override
    public Set<String> tables() {
        return TABLES;
    }

    @Override
    public List<HeldSection> sections() {
        return SECTIONS;
    }

    @Override
    public List<HeldSection> ongoing() {
        return ONGOING;
    }

    @Override
    public int erase(Subject subject, Instant at) {
        customers
                .tombstones()
                .set(subject.customers().stream().map(TombstoneKey::customer).collect(Collectors.toSet()), at);
        return sql.run(ERASE, subject, at);
    }

    @Override
    public Optional<Tombstones> tombstones() {
        return Optional.of(customers.tombstones());
    }

    @Override
    public Subject recognise(Predicate<TombstoneKey> isErased) {
        Set<CustomerKey> found = new HashSet<>();
        jdbc.query("""
                select customer_source, customer_number from commerce.purchases
                union select customer_source, customer_number from commerce.contracts
                """, row -> {
            CustomerKey customer = new CustomerKey(row.getString(1), row.getString(2));
            if (isErased.test(TombstoneKey.customer(customer))) {
                found.add(customer);
            }
        });
        return Subject.ofCustomers(found);
    }
}
