package dev.rapport.commerce;

import dev.rapport.shared.Sql;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Recognises, with every change of the catalogue and within its transaction, what was bought before its product stood there.
 * What was recognised once stays so: a removed product does not take away what somebody bought.
 */
@Component
class MatchesUnknownProducts {

    /** One step of the index for each name, however often it was bought. */
    private static final String NAMES = """
            with recursive names (product_name) as (
              (select min(product_name) from %1$s where product_id is null)
              union all
              select (select min(p.product_name) from %1$s p where p.product_id is null and p.product_name > n.product_name)
              from names n where n.product_name is not null)
            select product_name from names where product_name is not null
            """;

    private static final String MATCH = """
            update %s p set product_id = m.product_id, brand_id = m.brand_id
            from unnest(:names::text[], :products::bigint[], :brands::bigint[]) as m (product_name, product_id, brand_id)
            where p.product_id is null and p.product_name = m.product_name
              and (m.product_id is not null or p.brand_id is distinct from m.brand_id)
            """;

    private final Sql sql;
    private final CatalogueSnapshots snapshots;

    MatchesUnknownProducts(Sql sql, CatalogueSnapshots snapshots) {
        this.sql = sql;
        this.snapshots = snapshots;
    }

    @EventListener
    void on(CatalogueChanged event) {
        EntryNames entries = EntryNames.of(snapshots.now());
        match("commerce.purchases", entries);
        match("commerce.contracts", entries);
    }

    private void match(String table, EntryNames entries) {
        List<String> names = new ArrayList<>();
        List<EntryNames.Match> matches = new ArrayList<>();
        for (String name : sql.sql(NAMES.formatted(table)).list(String.class)) {
            EntryNames.Match match = entries.match(name);
            if (!match.equals(EntryNames.Match.NONE)) {
                names.add(name);
                matches.add(match);
            }
        }
        if (!names.isEmpty()) {
            sql.sql(MATCH.formatted(table))
                    .param("names", names.toArray(String[]::new))
                    .param(
                            "products",
                            matches.stream().map(EntryNames.Match::product).toArray(Long[]::new))
                    .param(
                            "brands",
                            matches.stream().map(EntryNames.Match::brand).toArray(Long[]::new))
                    .update();
        }
    }
}
