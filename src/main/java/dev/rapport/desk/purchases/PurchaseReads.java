package dev.rapport.desk.purchases;

import dev.rapport.shared.Sql;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads purchases newest first, a page of the index at a time; a search goes through one index for each kind of number. */
@Component
class PurchaseReads {

    static final int PAGE = 50;

    private static final String PAGE_OF = """
            (select p.* from commerce.purchases p
             where %s and %s and (p.bought_at, p.id) < (cast(:before as timestamptz), :id)
             order by p.bought_at desc, p.id desc limit :limit)
            """;

    private static final List<String> NUMBERS = List.of("order_number", "number", "customer_number", "serial");

    private final Sql sql;
    private final FoundEntries entries;

    PurchaseReads(Sql sql, FoundEntries entries) {
        this.sql = sql;
        this.entries = entries;
    }

    /** At most {@link #PAGE} and one, those bought before {@code after}. */
    List<PurchaseRow> list(PurchasesFor asked, @Nullable PageEnd after) {
        String page = (asked.isSearch() ? found() : Stream.of("true"))
                .map(condition -> PAGE_OF.formatted(condition, filter(asked.show())))
                .collect(Collectors.joining(" union "));
        Sql.Statement statement = sql.sql(
                        "with page as (" + page + ") select " + PurchaseRow.COLUMNS + " from (select * from page"
                                + " order by bought_at desc, id desc limit :limit) p " + PurchaseRow.JOINS
                                + " order by p.bought_at desc, p.id desc")
                .param("before", after == null ? "infinity" : after.key())
                .param("id", after == null ? Long.MAX_VALUE : after.id())
                .param("limit", PAGE + 1);
        if (asked.show() == Show.COVERED) {
            statement.param("today", asked.today());
        }
        return (asked.isSearch() ? searching(statement, asked) : statement).list(PurchaseRow::read);
    }

    Optional<PurchaseRow> find(long id) {
        return sql.sql("select " + PurchaseRow.COLUMNS + " from commerce.purchases p " + PurchaseRow.JOINS
                        + " where p.id = :id")
                .param("id", id)
                .optional(PurchaseRow::read);
    }

    /** The other lines of the same order. */
    List<PurchaseRow> besides(PurchaseRow one) {
        return sql.sql(
                        "select " + PurchaseRow.COLUMNS + " from commerce.purchases p " + PurchaseRow.JOINS
                                + " where p.order_number = :order and p.source = :source and p.id <> :id order by p.id limit 100")
                .param("order", one.orderNumber())
                .param("source", one.source())
                .param("id", one.id())
                .list(PurchaseRow::read);
    }

    boolean isEmpty() {
        return !sql.sql("""
                        select exists (select from commerce.purchases) or exists (select from commerce.contracts)
                        """).single(Boolean.class);
    }

    private Sql.Statement searching(Sql.Statement statement, PurchasesFor asked) {
        FoundEntries.Names found = entries.called(asked.folded(), "commerce.purchases");
        return statement
                .param("words", asked.words())
                .param("end", asked.end())
                .param("capitals", asked.capitals())
                .param("capitalsEnd", asked.capitalsEnd())
                .param("products", found.products())
                .param("names", found.unmatched());
    }

    private static Stream<String> found() {
        return Stream.concat(
                NUMBERS.stream().map(PurchaseReads::begins),
                Stream.of(
                        "p.product_id = any (:products::bigint[])",
                        "p.product_id is null and p.product_name = any (:names::text[])"));
    }

    /** As a range, which the index answers, with a parameter as well as with a constant. */
    static String begins(String column) {
        return "(p.%1$s >= :words and p.%1$s < :end or p.%1$s >= :capitals and p.%1$s < :capitalsEnd)"
                .formatted(column);
    }

    private static String filter(Show show) {
        return switch (show) {
            case RETURNED -> "exists (select from commerce.returns r where r.purchase_id = p.id)";
            case COVERED ->
                "exists (select from commerce.warranties w where w.purchase_id = p.id and w.ends_on >= :today)";
            case UNKNOWN -> Customer.UNKNOWN;
            case ALL, ENDING -> "true";
        };
    }
}
