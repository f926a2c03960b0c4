package dev.rapport.commerce;

import dev.rapport.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the whole catalogue, once for each version. */
@Component
class CatalogueSnapshots {

    private final Sql sql;
    private volatile @Nullable CatalogueSnapshot known;

    CatalogueSnapshots(Sql sql) {
        this.sql = sql;
    }

    /** The catalogue as it is now; the version is asked for each time, since another process may have changed it. */
    CatalogueSnapshot now() {
        long version = version();
        CatalogueSnapshot snapshot = known;
        while (snapshot == null || snapshot.version() != version) {
            snapshot = new CatalogueSnapshot(version, entries(), aspects());
            version = version();
        }
        known = snapshot;
        return snapshot;
    }

    private long version() {
        return sql.sql("select version from commerce.catalogue_version").single(Long.class);
    }

    private List<CatalogueEntry> entries() {
        Map<Target, Names> names = names();
        return sql.sql("""
                        select 'BRAND' as kind, b.id, b.name, b.standing, null::bigint as brand_id, b.folded as brand, '' as folded
                        from commerce.brands b where b.retired_at is null
                        union all
                        select 'PRODUCT', p.id, p.name, b.standing, b.id, b.folded, p.folded
                        from commerce.products p join commerce.brands b on b.id = p.brand_id where p.retired_at is null
                        order by brand, folded, kind, id
                        """).list((row, number) -> entry(row, names));
    }

    private static CatalogueEntry entry(ResultSet row, Map<Target, Names> names) throws SQLException {
        Target target = new Target(Target.Kind.valueOf(row.getString("kind")), row.getLong("id"));
        Long brand = row.getObject("brand_id", Long.class);
        Names others = names.getOrDefault(target, Names.NONE);
        return new CatalogueEntry(
                target,
                row.getString("name"),
                Standing.valueOf(row.getString("standing")),
                brand == null ? null : new Target(Target.Kind.BRAND, brand),
                List.copyOf(others.aliases),
                List.copyOf(others.handles));
    }

    private Map<Target, Names> names() {
        Map<Target, Names> all = new HashMap<>();
        sql.sql("""
                        select target_kind, target_id, usage, words from commerce.names
                        where retired_at is null order by id
                        """).list((row, number) -> {
            Target target = new Target(Target.Kind.valueOf(row.getString(1)), row.getLong(2));
            Names names = all.computeIfAbsent(target, t -> new Names(new ArrayList<>(), new ArrayList<>()));
            return (row.getString(3).equals("ALIAS") ? names.aliases : names.handles).add(row.getString(4));
        });
        return all;
    }

    private List<Aspect> aspects() {
        return sql.sql("""
                        select id, name, words, target_kind, target_id from commerce.aspects
                        where retired_at is null order by folded, id
                        """).list(AspectRow::read);
    }

    private record Names(List<String> aliases, List<String> handles) {
        static final Names NONE = new Names(List.of(), List.of());
    }
}
