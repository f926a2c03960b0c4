package dev.rapport.commerce.web;

import dev.rapport.commerce.Standing;
import dev.rapport.commerce.Target;
import dev.rapport.commerce.web.EntryRow.AspectRow;
import dev.rapport.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The catalogue's rows for its screens. */
@Component
class CatalogueReads {

    static final int PAGE = 100;

    private static final String ENTRIES = """
            select 'BRAND' as kind, b.id, b.name, b.standing, null as brand, b.retired_at,
              (case b.standing when 'OURS' then 1 when 'COMPETITOR' then 2 else 3 end, b.folded, b.id, ''::text collate "C", 0::bigint) as place
            from commerce.brands b
            union all
            select 'PRODUCT', p.id, p.name, b.standing, b.name, p.retired_at,
              (case b.standing when 'OURS' then 1 when 'COMPETITOR' then 2 else 3 end, b.folded, b.id, p.folded, p.id)
            from commerce.products p join commerce.brands b on b.id = p.brand_id
            """;

    private final Sql sql;

    CatalogueReads(Sql sql) {
        this.sql = sql;
    }

    /** Rows after the one with key {@code after}, at most {@link #PAGE} and one; looks in all names. */
    List<EntryRow> rows(String query, @Nullable Target after) {
        List<Bare> bare = sql.sql("""
                        with entries as (%s)
                        select kind, id, name, standing, brand from entries e
                        where retired_at is null
                          and (:query = '' or strpos(lower(name), :query) > 0 or strpos(lower(coalesce(brand, '')), :query) > 0
                               or exists (select from commerce.names n where n.target_kind = e.kind and n.target_id = e.id
                                          and n.retired_at is null and strpos(n.folded, :query) > 0))
                          and (:after_id::bigint is null
                               or place > (select place from entries where kind = :after_kind and id = :after_id::bigint))
                        order by place limit :most
                        """.formatted(ENTRIES))
                .param("query", query.strip().toLowerCase(Locale.ROOT))
                .param("after_kind", after == null ? "" : after.kind().name())
                .param("after_id", after == null ? null : after.id())
                .param("most", PAGE + 1)
                .list(Bare::read);
        return complete(bare);
    }

    Optional<EntryRow> row(Target target) {
        List<Bare> bare = sql.sql("""
                        with entries as (%s)
                        select kind, id, name, standing, brand from entries
                        where retired_at is null and kind = :kind and id = :id
                        """.formatted(ENTRIES))
                .param("kind", target.kind())
                .param("id", target.id())
                .list(Bare::read);
        return complete(bare).stream().findFirst();
    }

    List<AspectRow> generalAspects() {
        return sql.sql("""
                        select id, name, words from commerce.aspects
                        where retired_at is null and target_kind is null order by folded
                        """).list((row, number) -> aspect(row));
    }

    Optional<AspectRow> aspect(long id) {
        return sql.sql("select id, name, words from commerce.aspects where id = :id and retired_at is null")
                .param("id", id)
                .optional((row, number) -> aspect(row));
    }

    private List<EntryRow> complete(List<Bare> rows) {
        Map<Target, List<Other>> names = names(rows);
        Map<Target, List<Other>> aspects = aspects(rows);
        return rows.stream()
                .map(row -> new EntryRow(
                        row.target,
                        row.name,
                        row.standing,
                        row.brand,
                        words(names.get(row.target), "ALIAS"),
                        words(names.get(row.target), "HANDLE"),
                        aspects.getOrDefault(row.target, List.of()).stream()
                                .map(other -> new AspectRow(other.id, other.name, other.words))
                                .toList()))
                .toList();
    }

    private Map<Target, List<Other>> names(List<Bare> rows) {
        return sql
                .sql("""
                        select n.target_kind, n.target_id, n.id, n.usage as name, array[n.words] as words
                        from commerce.names n
                        join unnest(:kinds::text[], :ids::bigint[]) t (kind, id) on t.kind = n.target_kind and t.id = n.target_id
                        where n.retired_at is null
                        """)
                .param(
                        "kinds",
                        rows.stream().map(row -> row.target.kind().name()).toArray(String[]::new))
                .param("ids", rows.stream().map(row -> row.target.id()).toArray(Long[]::new))
                .list(Other::read)
                .stream()
                .sorted(Comparator.comparing(Other::id))
                .collect(Collectors.groupingBy(Other::of));
    }

    private Map<Target, List<Other>> aspects(List<Bare> rows) {
        return sql
                .sql("""
                        select a.target_kind, a.target_id, a.id, a.name, a.words
                        from commerce.aspects a
                        join unnest(:kinds::text[], :ids::bigint[]) t (kind, id) on t.kind = a.target_kind and t.id = a.target_id
                        where a.retired_at is null order by a.folded
                        """)
                .param(
                        "kinds",
                        rows.stream().map(row -> row.target.kind().name()).toArray(String[]::new))
                .param("ids", rows.stream().map(row -> row.target.id()).toArray(Long[]::new))
                .list(Other::read)
                .stream()
                .collect(Collectors.groupingBy(Other::of));
    }

    private static List<String> words(@Nullable List<Other> names, String usage) {
        return names == null
                ? List.of()
                : names.stream()
                        .filter(name -> name.name.equals(usage))
                        .map(name -> name.words.getFirst())
                        .toList();
    }

    private static AspectRow aspect(ResultSet row) throws SQLException {
        return new AspectRow(row.getLong("id"), row.getString("name"), Arrays.asList((String[])
                row.getArray("words").getArray()));
    }

    private record Bare(
            Target target,
            String name,
            Standing standing,
            @Nullable String brand) {
        static Bare read(ResultSet row, int number) throws SQLException {
            return new Bare(
                    new Target(Target.Kind.valueOf(row.getString("kind")), row.getLong("id")),
                    row.getString("name"),
                    Standing.valueOf(row.getString("standing")),
                    row.getString("brand"));
        }
    }

    /** Something that belongs to an entry: another name, whose {@code name} is its usage, or an aspect. */
    private record Other(Target of, long id, String name, List<String> words) {
        static Other read(ResultSet row, int number) throws SQLException {
            return new Other(
                    new Target(Target.Kind.valueOf(row.getString("target_kind")), row.getLong("target_id")),
                    row.getLong("id"),
                    row.getString("name"),
                    Arrays.asList((String[]) row.getArray("words").getArray()));
        }
    }
}
