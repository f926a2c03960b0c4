package dev.rapport.desk.said;

import dev.rapport.commerce.Target;
import dev.rapport.shared.Sql;
import dev.rapport.understanding.Polarity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Counts and quotes what is said about entries of the catalogue, and how often they were bought: many at once. */
@Component
class SaidReads {

    static final int NEWEST = 3;

    private static final Duration WEEK = Duration.ofDays(7);

    private static final String WEEKS = """
            select o.target_kind, o.target_id,
              floor(extract(epoch from cast(:now as timestamptz) - m.said_at) / 604800)::int as ago, count(*) as n,
              count(*) filter (where o.polarity in ('POSITIVE', 'MIXED')) as good,
              count(*) filter (where o.polarity in ('NEGATIVE', 'MIXED')) as bad
            from unnest(:kinds::text[], :ids::bigint[]) as t (kind, id)
            join understanding.opinions o on o.target_kind = t.kind and o.target_id = t.id
            join conversations.messages m on m.id = o.message_id and m.revision = o.revision
            where m.said_at > cast(:from as timestamptz) and m.said_at <= cast(:now as timestamptz)
            group by 1, 2, 3
            """;

    private static final String BOUGHT = """
            select 'PRODUCT' as kind, p.product_id as id, count(*) as n
            from commerce.purchases p where p.product_id = any (:products::bigint[]) group by p.product_id
            union all
            select 'BRAND', b.id, (select count(*) from commerce.purchases p where p.brand_id = b.id)
              + (select count(*) from commerce.purchases p
                 where p.product_id in (select id from commerce.products where brand_id = b.id))
            from commerce.brands b where b.id = any (:brands::bigint[])
            """;

    /** Of each polarity the last fifty heard are enough to hold the three said last. */
    private static final String WORDS = """
            select o.*, m.conversation_id, m.words, m.said_at, m.visibility, coalesce(r.language, m.language) as language,
              coalesce(p.name, p.handle, '') as who, a.name as aspect
            from unnest(array['POSITIVE', 'NEGATIVE', 'MIXED']) as said (polarity)
            cross join lateral (
              select * from understanding.opinions o
              where o.target_kind = :kind and o.target_id = :id and o.polarity = said.polarity
              order by o.message_id desc limit 50) o
            join conversations.messages m on m.id = o.message_id and m.revision = o.revision
            left join understanding.readings r on r.message_id = m.id and r.revision = m.revision
            left join conversations.profiles p on p.id = m.profile_id
            left join commerce.aspects a on a.id = o.aspect_id
            where m.deleted_at is null and m.hidden_at is null
            order by m.said_at desc, m.id desc, o.quote_from limit :most
            """;

    private final Sql sql;
    private final Clock clock;

    SaidReads(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** One trend for each of these, in their order. */
    List<Trend> trends(Collection<Target> targets) {
        Map<Target, Count> counts = new HashMap<>();
        targets.forEach(target -> counts.put(target, new Count()));
        Instant now = clock.instant();
        sql.sql(WEEKS)
                .param(
                        "kinds",
                        targets.stream().map(target -> target.kind().name()).toArray(String[]::new))
                .param("ids", targets.stream().map(Target::id).toArray(Long[]::new))
                .param("now", now.toString())
                .param("from", now.minus(WEEK.multipliedBy(Trend.WEEKS)).toString())
                .list((row, number) ->
                        counts.computeIfAbsent(target(row), none -> new Count()).add(row));
        Map<Target, Long> bought = bought(targets);
        return targets.stream()
                .map(target -> counts.getOrDefault(target, new Count()).trend(target, bought.getOrDefault(target, 0L)))
                .toList();
    }

    /** The newest opinions about an entry with their exact words. */
    List<Said> newest(Target target, int most) {
        return sql.sql(WORDS)
                .param("kind", target.kind())
                .param("id", target.id())
                .param("most", most)
                .list(SaidReads::said);
    }

    Optional<EntryPage> find(Target target) {
        String name = target.kind() == Target.Kind.BRAND
                ? "select name, null as brand from commerce.brands where id = :id and retired_at is null"
                : """
                select p.name, b.name as brand from commerce.products p join commerce.brands b on b.id = p.brand_id
                where p.id = :id and p.retired_at is null
                """;
        return sql.sql(name)
                .param("id", target.id())
                .optional((row, number) -> new EntryPage(
                        row.getString("name"),
                        row.getString("brand"),
                        trends(List.of(target)).getFirst(),
                        newest(target, NEWEST)));
    }

    private Map<Target, Long> bought(Collection<Target> targets) {
        Map<Target, Long> bought = new HashMap<>();
        sql.sql(BOUGHT)
                .param("products", ids(targets, Target.Kind.PRODUCT))
                .param("brands", ids(targets, Target.Kind.BRAND))
                .list((row, number) -> bought.put(
                        new Target(Target.Kind.valueOf(row.getString("kind")), row.getLong("id")), row.getLong("n")));
        return bought;
    }

    private static Long[] ids(Collection<Target> targets, Target.Kind kind) {
        return targets.stream()
                .filter(target -> target.kind() == kind)
                .map(Target::id)
                .toArray(Long[]::new);
    }

    private static Target target(ResultSet row) throws SQLException {
        return new Target(Target.Kind.valueOf(row.getString("target_kind")), row.getLong("target_id"));
    }

    private static Said said(ResultSet row, int number) throws SQLException {
        String words = row.getString("words");
        int to = Math.min(words.length(), row.getInt("quote_to"));
        return new Said(
                row.getLong("message_id"),
                row.getLong("conversation_id"),
                words.substring(Math.min(to, row.getInt("quote_from")), to),
                row.getString("language"),
                row.getString("aspect"),
                Polarity.valueOf(row.getString("polarity")),
                row.getString("who"),
                row.getString("visibility").equals("PUBLIC"),
                row.getObject("said_at", OffsetDateTime.class).toInstant());
    }

    /** What is counted of one entry on its way to a trend. */
    private static final class Count {

        private final Trend.Week[] weeks = new Trend.Week[Trend.WEEKS];
        private int all;

        Count() {
            Arrays.fill(weeks, new Trend.Week(0, 0));
        }

        int add(ResultSet row) throws SQLException {
            all += row.getInt("n");
            weeks[Trend.WEEKS - 1 - row.getInt("ago")] = new Trend.Week(row.getInt("good"), row.getInt("bad"));
            return all;
        }

        Trend trend(Target target, long bought) {
            return new Trend(target, all, List.of(weeks), bought);
        }
    }
}
