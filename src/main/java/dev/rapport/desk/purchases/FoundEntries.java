package dev.rapport.desk.purchases;

import dev.rapport.shared.Sql;
import org.springframework.stereotype.Component;

/** What of the catalogue, and of the products it does not know, has some words in a name. */
@Component
class FoundEntries {

    private static final int MOST = 500;

    private final Sql sql;

    FoundEntries(Sql sql) {
        this.sql = sql;
    }

    /** Products of the catalogue by id, and what sources call products it does not know. */
    record Names(Long[] products, String[] unmatched) {}

    /** @param table of purchases or contracts; its unknown names are stepped through, one step of the index each */
    Names called(String folded, String table) {
        Long[] products = sql.sql("""
                        select p.id from commerce.products p join commerce.brands b on b.id = p.brand_id
                        where strpos(b.folded || ' ' || p.folded, :words) > 0
                           or exists (select from commerce.names n where n.target_kind = 'PRODUCT' and n.target_id = p.id
                                      and n.usage <> 'HANDLE' and strpos(n.folded, :words) > 0)
                        limit :most
                        """)
                .param("words", folded)
                .param("most", MOST)
                .list(Long.class)
                .toArray(Long[]::new);
        String[] unmatched = sql.sql("""
                        with recursive names (product_name) as (
                          (select min(product_name) from %1$s where product_id is null)
                          union all
                          select (select min(p.product_name) from %1$s p
                                  where p.product_id is null and p.product_name > n.product_name)
                          from names n where n.product_name is not null)
                        select product_name from names
                        where product_name is not null and strpos(lower(product_name), :words) > 0 limit :most
                        """.formatted(table))
                .param("words", folded)
                .param("most", MOST)
                .list(String.class)
                .toArray(String[]::new);
        return new Names(products, unmatched);
    }
}
