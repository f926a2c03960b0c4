package dev.rapport.commerce;

import dev.rapport.shared.Sql;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The catalogue's tables. Removed things stay with the time they were removed. */
@Component
class CatalogueStore {

    private final Sql sql;

    CatalogueStore(Sql sql) {
        this.sql = sql;
    }

    /** Waits until no one else changes the catalogue; held until the transaction ends. */
    void lock() {
        sql.sql("select version from commerce.catalogue_version for update").single(Long.class);
    }

    /** Waits for a change that is being made and lets none begin until the transaction ends; many may hold at once. */
    void holdStill() {
        sql.sql("select version from commerce.catalogue_version for share").single(Long.class);
    }

    /** Makes a new version; returns its number. */
    long nextVersion() {
        return sql.sql("""
                        update commerce.catalogue_version
                        set version = nextval('commerce.catalogue_versions'), changed_at = now() returning version
                        """).single(Long.class);
    }

    long entryCount() {
        return sql.sql("""
                        select (select count(*) from commerce.brands where retired_at is null)
                             + (select count(*) from commerce.products where retired_at is null)
                        """).single(Long.class);
    }

    long aspectCount() {
        return sql.sql("select count(*) from commerce.aspects where retired_at is null")
                .single(Long.class);
    }

    Optional<Long> brandNamed(Name name) {
        return sql.sql("select id from commerce.brands where folded = :folded and retired_at is null")
                .param("folded", name.folded())
                .optional(Long.class);
    }

    Optional<Long> productNamed(long brand, Name name) {
        return sql.sql("""
                        select id from commerce.products
                        where brand_id = :brand and folded = :folded and retired_at is null
                        """).param("brand", brand).param("folded", name.folded()).optional(Long.class);
    }

    Optional<Long> aspectNamed(@Nullable Target of, Name name) {
        return sql.sql("""
                        select id from commerce.aspects
                        where folded = :folded and retired_at is null
                          and target_kind is not distinct from :kind and target_id is not distinct from :id
                        """)
                .param("folded", name.folded())
                .param("kind", of == null ? null : of.kind())
                .param("id", of == null ? null : of.id())
                .optional(Long.class);
    }

    /** An entry other than {@code but} that has one of these as alias or handle. */
    Optional<Taken> taken(Usage usage, Collection<Name> names, @Nullable Target but) {
        if (names.isEmpty()) {
            return Optional.empty();
        }
        return sql.sql("""
                        select n.words, coalesce(b.name, p.name) as entry
                        from commerce.names n
                        left join commerce.brands b on n.target_kind = 'BRAND' and b.id = n.target_id
                        left join commerce.products p on n.target_kind = 'PRODUCT' and p.id = n.target_id
                        where n.usage = :usage and n.retired_at is null and n.folded in (:folded)
                          and not (n.target_kind = :kind and n.target_id = :id)
                        limit 1
                        """)
                .param("usage", usage)
                .param("folded", names.stream().map(Name::folded).toList())
                .param("kind", but == null ? "" : but.kind().name())
                .param("id", but == null ? 0 : but.id())
                .optional(Taken.class);
    }

    /** An entry other than {@code but} whose official name is one of these. */
    Optional<Taken> named(Collection<Name> names, @Nullable Target but) {
        if (names.isEmpty()) {
            return Optional.empty();
        }
        return sql.sql("""
                        select e.name as words, e.name as entry
                        from (select 'BRAND' as kind, id, name, folded from commerce.brands where retired_at is null
                              union all
                              select 'PRODUCT', id, name, folded from commerce.products where retired_at is null) e
                        where e.folded in (:folded) and not (e.kind = :kind and e.id = :id)
                        limit 1
                        """)
                .param("folded", names.stream().map(Name::folded).toList())
                .param("kind", but == null ? "" : but.kind().name())
                .param("id", but == null ? 0 : but.id())
                .optional(Taken.class);
    }

    /** The name and, of a product, the brand of an entry that was not removed. */
    Optional<Named> find(Target target) {
        return sql.sql("select name, %s as brand from %s where id = :id and retired_at is null"
                        .formatted(target.kind() == Target.Kind.BRAND ? "null::bigint" : "brand_id", table(target)))
                .param("id", target.id())
                .optional(Named.class);
    }

    Standing standingOf(long brand) {
        return sql.sql("select standing from commerce.brands where id = :id")
                .param("id", brand)
                .single((row, number) -> Standing.valueOf(row.getString(1)));
    }

    List<String> names(Target target, Usage usage) {
        return sql.sql("""
                        select words from commerce.names
                        where target_kind = :kind and target_id = :id and usage = :usage and retired_at is null order by id
                        """)
                .param("kind", target.kind())
                .param("id", target.id())
                .param("usage", usage)
                .list(String.class);
    }

    Optional<Aspect> aspect(long id) {
        return sql.sql("""
                        select id, name, words, target_kind, target_id from commerce.aspects
                        where id = :id and retired_at is null
                        """).param("id", id).optional(AspectRow::read);
    }

    long addBrand(Name name, Standing standing) {
        return sql.sql("""
                        insert into commerce.brands (name, folded, standing) values (:name, :folded, :standing) returning id
                        """)
                .param("name", name.words())
                .param("folded", name.folded())
                .param("standing", standing)
                .single(Long.class);
    }

    long addProduct(long brand, Name name) {
        return sql.sql("""
                        insert into commerce.products (brand_id, name, folded) values (:brand, :name, :folded) returning id
                        """)
                .param("brand", brand)
                .param("name", name.words())
                .param("folded", name.folded())
                .single(Long.class);
    }

    /** Renames and keeps the former name as history. */
    void rename(Target target, Name name) {
        sql.sql("""
                        insert into commerce.names (target_kind, target_id, usage, words, folded, given_at, retired_at)
                        select :kind, id, 'FORMER', name, folded, added_at, now() from %s where id = :id
                        """.formatted(table(target)))
                .param("kind", target.kind())
                .param("id", target.id())
                .update();
        sql.sql("update %s set name = :name, folded = :folded where id = :id and retired_at is null"
                        .formatted(table(target)))
                .param("name", name.words())
                .param("folded", name.folded())
                .param("id", target.id())
                .updateOne();
    }

    void standing(long brand, Standing standing) {
        sql.sql("update commerce.brands set standing = :standing where id = :id and retired_at is null")
                .param("standing", standing)
                .param("id", brand)
                .updateOne();
    }

    void addNames(Target target, Usage usage, Collection<String> words, Collection<String> folded) {
        sql.sql("""
                        insert into commerce.names (target_kind, target_id, usage, words, folded)
                        select :kind, :id, :usage, n.words, n.folded
                        from unnest(:words::text[], :folded::text[]) with ordinality as n (words, folded, position)
                        order by n.position
                        """)
                .param("kind", target.kind())
                .param("id", target.id())
                .param("usage", usage)
                .param("words", words.toArray(String[]::new))
                .param("folded", folded.toArray(String[]::new))
                .update();
    }

    void retireNamesBut(Target target, Usage usage, Collection<String> kept) {
        sql.sql("""
                        update commerce.names set retired_at = now()
                        where target_kind = :kind and target_id = :id and usage = :usage and retired_at is null
                          and words <> all (:kept::text[])
                        """)
                .param("kind", target.kind())
                .param("id", target.id())
                .param("usage", usage)
                .param("kept", kept.toArray(String[]::new))
                .update();
    }

    long addAspect(Name name, List<String> words, @Nullable Target of) {
        return sql.sql("""
                        insert into commerce.aspects (name, folded, words, target_kind, target_id)
                        values (:name, :folded, :words::text[], :kind, :id) returning id
                        """)
                .param("name", name.words())
                .param("folded", name.folded())
                .param("words", words.toArray(String[]::new))
                .param("kind", of == null ? null : of.kind())
                .param("id", of == null ? null : of.id())
                .single(Long.class);
    }

    void changeAspect(long id, Name name, List<String> words) {
        sql.sql("""
                        update commerce.aspects set name = :name, folded = :folded, words = :words::text[]
                        where id = :id and retired_at is null
                        """)
                .param("name", name.words())
                .param("folded", name.folded())
                .param("words", words.toArray(String[]::new))
                .param("id", id)
                .updateOne();
    }

    /** Retires an entry with its names and aspects; of a brand also its products and theirs. */
    void retire(Target target) {
        if (target.kind() == Target.Kind.BRAND) {
            sql.sql("select id from commerce.products where brand_id = :id and retired_at is null")
                    .param("id", target.id())
                    .list(Long.class)
                    .forEach(product -> retire(new Target(Target.Kind.PRODUCT, product)));
        }
        retireBelongings("commerce.names", target);
        retireBelongings("commerce.aspects", target);
        sql.sql("update %s set retired_at = now() where id = :id and retired_at is null".formatted(table(target)))
                .param("id", target.id())
                .updateOne();
    }

    void retireAspect(long id) {
        sql.sql("update commerce.aspects set retired_at = now() where id = :id and retired_at is null")
                .param("id", id)
                .updateOne();
    }

    private void retireBelongings(String table, Target target) {
        sql.sql("""
                        update %s set retired_at = now()
                        where target_kind = :kind and target_id = :id and retired_at is null
                        """.formatted(table))
                .param("kind", target.kind())
                .param("id", target.id())
                .update();
    }

    private static String table(Target target) {
        return target.kind() == Target.Kind.BRAND ? "commerce.brands" : "commerce.products";
    }

    /** How else an entry is called. */
    enum Usage {
        ALIAS,
        HANDLE
    }

    /** A name that is taken, and by which entry. */
    record Taken(String words, String entry) {}

    /** An entry's official name and, of a product, its brand. */
    record Named(String name, @Nullable Long brand) {}
}
