package dev.rapport.desk.purchases;

import dev.rapport.shared.Sql;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads contracts newest first; those that end soon by the day something has to be done. */
@Component
class ContractReads {

    static final int PAGE = 50;
    /** In days. */
    static final int SOON = 90;

    private static final String NEWEST = """
            (select p.* from commerce.contracts p
             where %s and %s and (p.begins_on, p.id) < (cast(:key as date), :id)
             order by p.begins_on desc, p.id desc limit :limit)
            """;

    private static final String ENDING = """
            (select p.* from commerce.contracts p
             where %s and %s and p.cancelled_on is null and least(p.notice_by, p.ends_on) between :today and :soon
               and (least(p.notice_by, p.ends_on), p.id) > (cast(:key as date), :id)
             order by least(p.notice_by, p.ends_on), p.id limit :limit)
            """;

    private final Sql sql;
    private final FoundEntries entries;

    ContractReads(Sql sql, FoundEntries entries) {
        this.sql = sql;
        this.entries = entries;
    }

    /** At most {@link #PAGE} and one, those after {@code after}. */
    List<ContractRow> list(PurchasesFor asked, @Nullable PageEnd after) {
        boolean isEnding = asked.show() == Show.ENDING;
        String order = isEnding ? "least(p.notice_by, p.ends_on), p.id" : "p.begins_on desc, p.id desc";
        String page = (asked.isSearch() ? found() : Stream.of("true"))
                .map(condition -> (isEnding ? ENDING : NEWEST).formatted(condition, filter(asked.show())))
                .collect(Collectors.joining(" union "));
        Sql.Statement statement = sql.sql("with page as (" + page + ") select " + ContractRow.COLUMNS
                        + " from (select * from page p order by " + order + " limit :limit) p " + ContractRow.JOINS
                        + " order by " + order)
                .param("key", after != null ? after.key() : isEnding ? "-infinity" : "infinity")
                .param("id", after != null ? after.id() : isEnding ? 0L : Long.MAX_VALUE)
                .param("limit", PAGE + 1);
        if (isEnding) {
            statement.param("today", asked.today()).param("soon", asked.today().plusDays(SOON));
        }
        return (asked.isSearch() ? searching(statement, asked) : statement).list(ContractRow::read);
    }

    Optional<ContractRow> find(long id) {
        return sql.sql("select " + ContractRow.COLUMNS + " from commerce.contracts p " + ContractRow.JOINS
                        + " where p.id = :id")
                .param("id", id)
                .optional(ContractRow::read);
    }

    private Sql.Statement searching(Sql.Statement statement, PurchasesFor asked) {
        FoundEntries.Names found = entries.called(asked.folded(), "commerce.contracts");
        return statement
                .param("words", asked.words())
                .param("end", asked.end())
                .param("capitals", asked.capitals())
                .param("capitalsEnd", asked.capitalsEnd())
                .param("products", found.products())
                .param("names", found.unmatched());
    }

    private static Stream<String> found() {
        return Stream.of(
                PurchaseReads.begins("number"),
                PurchaseReads.begins("customer_number"),
                "p.product_id = any (:products::bigint[])",
                "p.product_id is null and p.product_name = any (:names::text[])");
    }

    private static String filter(Show show) {
        return show == Show.UNKNOWN ? Customer.UNKNOWN : "true";
    }
}
