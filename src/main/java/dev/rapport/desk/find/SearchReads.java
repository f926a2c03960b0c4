package dev.rapport.desk.find;

import dev.rapport.desk.words.Balance;
import dev.rapport.desk.words.Choice;
import dev.rapport.desk.words.Networks;
import dev.rapport.desk.words.OpinionReads;
import dev.rapport.desk.words.Place;
import dev.rapport.desk.words.ReadOpinion;
import dev.rapport.shared.SignedIn;
import dev.rapport.shared.Sql;
import dev.rapport.understanding.AlikeMessages;
import dev.rapport.understanding.CareRules;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Searches everything said, and beside it persons and cases. A probe counts no further than 2,001: few hits are gathered and sorted by time, many are met on
 * a walk from the newest id down. Neither computes a text vector anew.
 */
@Component
class SearchReads {

    static final int PAGE = 40;
    private static final int BESIDE = 6;

    private static final String FEW = """
            with found as materialized (select m.id, m.said_at from conversations.messages m where %s limit 2001)
            select id from found where (said_at, id) < (cast(:before as timestamptz), cast(:id as bigint))
            order by said_at desc, id desc limit :limit
            """;

    private static final String MANY = """
            select m.id from conversations.messages m where %s and m.id < cast(:id as bigint)
            order by m.id desc limit :limit
            """;

    private final Sql sql;
    private final OpinionReads opinions;
    private final Finds finds;
    private final CareRules rules;
    private final AlikeMessages alike;

    SearchReads(Sql sql, OpinionReads opinions, Finds finds, CareRules rules, AlikeMessages alike) {
        this.sql = sql;
        this.finds = finds;
        this.rules = rules;
        this.opinions = opinions;
        this.alike = alike;
    }

    SearchPage find(SearchFor asked, @Nullable Place after, String address, SignedIn user) {
        Map<String, Object> values = new HashMap<>();
        String where = where(asked, values, user.zone());
        int found = with(
                        sql.sql("select count(*) from (select from conversations.messages m where " + where
                                + " limit :enough) n"),
                        values)
                .param("enough", SearchPage.ENOUGH)
                .single(Integer.class);
        boolean isMany = found >= SearchPage.ENOUGH;
        Sql.Statement page = with(sql.sql((isMany ? MANY : FEW).formatted(where)), values)
                .param("id", after == null ? Long.MAX_VALUE : after.id())
                .param("limit", PAGE + 1);
        if (!isMany) {
            page.param("before", after == null ? "infinity" : after.moment().toString());
        }
        List<Long> ids = page.list(Long.class);
        boolean isMore = ids.size() > PAGE;
        List<SearchPage.Hit> hits = hits(isMore ? ids.subList(0, PAGE) : ids, asked.terms(), isMany);
        SearchPage.Hit last = isMore ? hits.getLast() : null;
        return new SearchPage(
                asked,
                !asked.isBlank(),
                after != null || asked.words() == null ? List.of() : finds.persons(asked.words(), BESIDE),
                after != null || asked.words() == null ? List.of() : finds.cases(asked.words(), BESIDE),
                found,
                hits,
                last == null ? null : Place.of(null, Place.micros(last.saidAt()), last.id()),
                after == null && found > 0 ? balance(where, values) : List.of(),
                sql.sql("select id, name from channels.inboxes order by lower(name) limit 200")
                        .list(Choice.class),
                sql.sql("""
                                select 'BRAND:' || id as key, name from commerce.brands where retired_at is null
                                union all
                                select 'PRODUCT:' || id, name from commerce.products where retired_at is null
                                order by name limit 500
                                """).list(SearchPage.Entry.class),
                Stream.concat(rules.reasons().stream(), rules.retired().stream())
                        .toList(),
                address,
                after == null && asked.words() != null && alike.isOn());
    }

    private static String where(SearchFor asked, Map<String, Object> values, ZoneId zone) {
        List<String> all = new ArrayList<>(List.of("m.deleted_at is null"));
        and(
                all,
                values,
                "m.search @@ to_tsquery('simple', :words)",
                "words",
                asked.query().isEmpty() ? null : asked.query());
        and(all, values, "m.inbox_id = :inbox", "inbox", asked.inbox());
        and(all, values, "m.said_at >= cast(:from as timestamptz)", "from", day(asked.from(), 0, zone));
        and(all, values, "m.said_at < cast(:to as timestamptz)", "to", day(asked.to(), 1, zone));
        String reading =
                "exists (select from understanding.readings r where r.message_id = m.id and r.revision = m.revision and ";
        and(all, values, reading + ":intent = any (r.intents))", "intent", asked.intent());
        and(all, values, reading + "r.reason = :reason)", "reason", asked.reason());
        and(all, values, reading + "r.polarity = :polarity)", "polarity", asked.polarity());
        if (asked.target() != null && asked.target().matches("(BRAND|PRODUCT):\\d{1,18}")) {
            all.add("""
                    m.id in (select o.message_id from understanding.opinions o
                             where o.target_kind = :kind and o.target_id = :target and o.revision = m.revision)""");
            values.put("kind", asked.target().substring(0, asked.target().indexOf(':')));
            values.put(
                    "target",
                    Long.valueOf(asked.target().substring(asked.target().indexOf(':') + 1)));
        }
        return String.join(" and ", all);
    }

    private static void and(
            List<String> all, Map<String, Object> values, String condition, String name, @Nullable Object value) {
        if (value != null) {
            all.add(condition);
            values.put(name, value);
        }
    }

    private static @Nullable String day(@Nullable LocalDate day, int plus, ZoneId zone) {
        return day == null
                ? null
                : day.plusDays(plus).atStartOfDay(zone).toInstant().toString();
    }

    private static Sql.Statement with(Sql.Statement statement, Map<String, Object> values) {
        values.forEach(statement::param);
        return statement;
    }

    private List<SearchPage.Hit> hits(List<Long> ids, List<String> terms, boolean isByNumber) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Long, List<ReadOpinion>> read = opinions.of(ids);
        return sql.sql("""
                        select m.id, m.conversation_id, m.words, m.said_at, m.visibility, m.language,
                          coalesce(u.name, human.name, p.name, p.handle, '') as who,
                          coalesce(u.name, human.name, p.name) is not null as known,
                          p.network, coalesce(i.name, '') as inbox
                        from conversations.messages m
                        left join conversations.profiles p on p.id = m.profile_id
                        left join lateral (select person_id from people.who_v where profile_id = p.id limit 1) linked on true
                        left join people.persons human on human.id = linked.person_id
                        left join access.users u on u.id = m.user_id
                        left join channels.inboxes i on i.id = m.inbox_id
                        where m.id in (:ids) order by
                        """ + (isByNumber ? " m.id desc" : " m.said_at desc, m.id desc"))
                .param("ids", ids)
                .list((row, number) -> hit(row, terms, read.getOrDefault(row.getLong("id"), List.of())));
    }

    private static SearchPage.Hit hit(ResultSet row, List<String> terms, List<ReadOpinion> read) throws SQLException {
        return new SearchPage.Hit(
                row.getLong("id"),
                row.getLong("conversation_id"),
                row.getString("who"),
                row.getBoolean("known"),
                Networks.icon(row.getString("network")),
                row.getString("inbox"),
                row.getString("visibility").equals("PUBLIC"),
                row.getObject("said_at", OffsetDateTime.class).toInstant(),
                row.getString("language"),
                Highlights.of(row.getString("words"), terms),
                read);
    }

    /** Per brand and product, over at most 2,000 of what was found. */
    private List<Balance> balance(String where, Map<String, Object> values) {
        return Balance.of(with(sql.sql("""
                        select o.target_name as target, count(*) filter (where o.polarity in ('POSITIVE', 'MIXED')) as good,
                          count(*) filter (where o.polarity in ('NEGATIVE', 'MIXED')) as bad
                        from (select m.id, m.revision from conversations.messages m where %s
                              order by m.id desc limit 2000) f
                        join understanding.opinions o on o.message_id = f.id and o.revision = f.revision
                        where o.polarity <> 'NEUTRAL' and o.target_id is not null
                        group by o.target_name order by count(*) desc, o.target_name limit 10
                        """.formatted(where)), values).list(Balance.Sum.class));
    }
}
