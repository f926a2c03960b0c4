package dev.rapport.desk.home;

import dev.rapport.shared.Sql;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Counts what customers said lately. Only conversations in which something was said since are looked into, along their
 * index, so that the age of the house costs nothing.
 */
@Component
class VoiceReads {

    static final int DAYS = 14;
    private static final int WEEK = 7;
    private static final int CHANGES = 5;

    private final Sql sql;
    private final Clock clock;

    VoiceReads(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    Lately lately(ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        Map<LocalDate, Curve.Day> days = new HashMap<>();
        List<Lately.Change> changes = new ArrayList<>();
        sql.sql("""
                        with lately as (
                          select o.polarity, (m.said_at at time zone :zone)::date as day,
                            case when b.standing = 'OURS' then o.target_name end as target, m.said_at >= :week as this_week
                          from conversations.conversations c
                          join conversations.messages m on m.conversation_id = c.id and m.said_at >= :from
                          join understanding.opinions o on o.message_id = m.id and o.revision = m.revision
                          left join commerce.products p on o.target_kind = 'PRODUCT' and p.id = o.target_id
                          left join commerce.brands b
                            on b.id = case o.target_kind when 'BRAND' then o.target_id else p.brand_id end
                          where c.last_said_at >= :from and m.side = 'CUSTOMER' and o.polarity <> 'NEUTRAL'
                        )
                        select day, target, grouping(day) = 0 as of_day,
                          count(*) filter (where polarity in ('POSITIVE', 'MIXED')) as good,
                          count(*) filter (where polarity in ('NEGATIVE', 'MIXED')) as bad,
                          count(*) filter (where polarity in ('POSITIVE', 'MIXED') and this_week) as good_now,
                          count(*) filter (where polarity in ('NEGATIVE', 'MIXED') and this_week) as bad_now
                        from lately group by grouping sets ((day), (target))
                        """)
                .param("zone", zone.getId())
                .param("from", today.minusDays(DAYS - 1L).atStartOfDay(zone).toInstant())
                .param("week", today.minusDays(WEEK - 1L).atStartOfDay(zone).toInstant())
                .list((row, number) -> {
                    int good = row.getInt("good");
                    int bad = row.getInt("bad");
                    if (row.getBoolean("of_day")) {
                        LocalDate day = row.getObject("day", LocalDate.class);
                        days.put(day, new Curve.Day(day, good, bad));
                    } else if (row.getString("target") != null) {
                        int goodNow = row.getInt("good_now");
                        int badNow = row.getInt("bad_now");
                        changes.add(new Lately.Change(
                                row.getString("target"), goodNow, badNow, good - goodNow, bad - badNow));
                    }
                    return number;
                });
        return new Lately(since(today.minusDays(1), zone), curve(days, today), largest(changes));
    }

    private int since(LocalDate day, ZoneId zone) {
        return sql.sql("""
                        select count(*)
                        from conversations.conversations c
                        join conversations.messages m on m.conversation_id = c.id and m.said_at >= :from
                        where c.last_said_at >= :from and m.side = 'CUSTOMER'
                        """).param("from", day.atStartOfDay(zone).toInstant()).single(Integer.class);
    }

    private static Curve curve(Map<LocalDate, Curve.Day> days, LocalDate today) {
        return new Curve(today.minusDays(DAYS - 1L)
                .datesUntil(today.plusDays(1))
                .map(day -> days.getOrDefault(day, new Curve.Day(day, 0, 0)))
                .toList());
    }

    private static List<Lately.Change> largest(List<Lately.Change> changes) {
        return changes.stream()
                .filter(change -> change.size() > 0)
                .sorted(Comparator.comparingInt(Lately.Change::size).reversed().thenComparing(Lately.Change::target))
                .limit(CHANGES)
                .toList();
    }
}
