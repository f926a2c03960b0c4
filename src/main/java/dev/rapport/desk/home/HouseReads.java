package dev.rapport.desk.home;

import dev.rapport.desk.words.Networks;
import dev.rapport.shared.Sql;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what concerns everybody: links to decide, imports, channels, and what a new house still lacks. */
@Component
class HouseReads {

    private final Sql sql;

    HouseReads(Sql sql) {
        this.sql = sql;
    }

    /** The surest first. */
    List<HomePage.Question> links() {
        return sql.sql("""
                        select l.id, coalesce(p.handle, p.name, '') as profile, p.network, human.name as person,
                          l.probability::float8 as probability
                        from (
                          select l.id, l.profile_id, l.person_id, l.probability from people.questions_v l
                          order by l.probability desc nulls last, l.id limit 3
                        ) l
                        join conversations.profiles p on p.id = l.profile_id
                        join people.persons human on human.id = l.person_id
                        order by l.probability desc nulls last, l.id
                        """)
                .list((row, number) -> new HomePage.Question(
                        row.getLong("id"),
                        row.getString("profile"),
                        Networks.icon(row.getString("network")),
                        row.getString("person"),
                        row.getObject("probability", Double.class)));
    }

    int linksWaiting() {
        return sql.sql("select count(*) from (select distinct profile_id from people.questions_v limit 1000) n")
                .single(Integer.class);
    }

    /** Those at work, and of the last week those that did not end well. */
    List<HomePage.Load> imports() {
        return sql.sql("""
                        select id, file_name as file, state, refused,
                          (case when bytes = 0 then 0 else least(100, 100 * bytes_done / bytes) end)::int as percent
                        from exchange.imports
                        where state in ('WAITING', 'RUNNING')
                          or (made_at > now() - interval '7 days' and (state in ('FAILED', 'STOPPED') or refused > 0))
                        order by made_at desc, id desc limit 4
                        """).list(HomePage.Load.class);
    }

    List<HomePage.Channel> channels() {
        return sql.sql("""
                        select * from (
                          select i.id, i.name, i.state, i.deaf_since,
                            (select count(*) from channels.unreadable u
                             where u.inbox_id = i.id and u.solved_at is null)::int as unreadable,
                            (select count(*) from channels.outbox o
                             where o.inbox_id = i.id and o.state = 'UNSURE' and o.ask_person)::int as unsure,
                            (select count(*) from conversations.parked p where p.inbox_id = i.id)::int as parked
                          from channels.inboxes i where i.state <> 'PAUSED'
                        ) each
                        where state <> 'OK' or deaf_since is not null or unreadable + unsure + parked > 0
                        order by lower(name) limit 6
                        """)
                .list((row, number) -> new HomePage.Channel(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("state"),
                        instant(row.getObject("deaf_since", OffsetDateTime.class)),
                        row.getInt("unreadable"),
                        row.getInt("unsure"),
                        row.getInt("parked")));
    }

    /** What a new house lacks; empty when it lacks nothing. */
    List<HomePage.Step> steps() {
        Map<String, Boolean> done = sql.sql("""
                        select exists (select from channels.inboxes) as channel,
                          exists (select from commerce.brands) as catalogue,
                          exists (select from people.persons) as persons,
                          exists (select from commerce.purchases) or exists (select from commerce.contracts) as purchases
                        """)
                .single((row, number) -> Map.of(
                        "channel", row.getBoolean("channel"),
                        "catalogue", row.getBoolean("catalogue"),
                        "persons", row.getBoolean("persons"),
                        "purchases", row.getBoolean("purchases")));
        List<HomePage.Step> steps = List.of(
                step("channel", "plug", "/channels", done),
                step("catalogue", "catalogue", "/imports/new?kind=catalogue", done),
                step("persons", "people", "/imports/new?kind=persons", done),
                step("purchases", "bag", "/imports/new?kind=purchases", done));
        return steps.stream().allMatch(HomePage.Step::isDone) ? List.of() : steps;
    }

    private static HomePage.Step step(String key, String icon, String href, Map<String, Boolean> done) {
        return new HomePage.Step(key, icon, href, done.getOrDefault(key, false));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
