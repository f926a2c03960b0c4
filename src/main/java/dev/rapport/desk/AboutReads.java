package dev.rapport.desk;

import dev.rapport.desk.person.SpeakerReads;
import dev.rapport.desk.words.Balance;
import dev.rapport.desk.words.Choice;
import dev.rapport.desk.words.Networks;
import dev.rapport.shared.SignedIn;
import dev.rapport.shared.Sql;
import dev.rapport.understanding.AlikeMessages;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads the pane beside a thread: the profile, what it said before, its opinions. */
@Component
class AboutReads {

    private final Sql sql;
    private final SpeakerReads speakers;
    private final AlikeMessages alike;

    AboutReads(Sql sql, SpeakerReads speakers, AlikeMessages alike) {
        this.sql = sql;
        this.speakers = speakers;
        this.alike = alike;
    }

    About about(ThreadHead head, SignedIn user) {
        Long profile = head.profileId();
        List<Long> voices = profile == null ? List.of() : speakers.voices(profile);
        return new About(
                head,
                profile == null ? null : profile(profile),
                profile == null ? null : speakers.of(profile, user),
                voices.isEmpty() ? List.of() : opinions(voices),
                voices.isEmpty() ? List.of() : earlier(voices, head.id()),
                alike.isOn(),
                sql.sql("""
                        select id, name from access.users
                        where role <> 'VIEWER' and deactivated_at is null order by lower(name), id limit 200
                        """).list(Choice.class),
                sql.sql("select id, name from access.teams order by lower(name) limit 200")
                        .list(Choice.class),
                user.id().value(),
                user.canAnswer());
    }

    private About.ProfileFacts profile(long id) {
        return sql.sql("""
                        select handle, network, bio, location, website, followers, verified, first_heard_at
                        from conversations.profiles where id = :id
                        """).param("id", id).single((row, number) -> facts(row));
    }

    private static About.ProfileFacts facts(ResultSet row) throws SQLException {
        return new About.ProfileFacts(
                row.getString("handle"),
                row.getString("network"),
                Networks.icon(row.getString("network")),
                row.getString("bio"),
                row.getString("location"),
                row.getString("website"),
                row.getObject("followers", Integer.class),
                row.getBoolean("verified"),
                row.getObject("first_heard_at", OffsetDateTime.class).toInstant());
    }

    /** Of what was said last with these profiles, at most 500 messages each of the last twelve months. */
    private List<Balance> opinions(List<Long> profiles) {
        return Balance.of(
                sql.sql("""
                        select o.target_name as target, count(*) filter (where o.polarity in ('POSITIVE', 'MIXED')) as good,
                          count(*) filter (where o.polarity in ('NEGATIVE', 'MIXED')) as bad
                        from unnest(cast(:profiles as bigint[])) as voice
                        cross join lateral (
                          select id, revision from conversations.messages
                          where profile_id = voice and said_at > now() - interval '12 months'
                          order by said_at desc limit 500
                        ) m
                        join understanding.opinions o on o.message_id = m.id and o.revision = m.revision
                        where o.polarity <> 'NEUTRAL'
                        group by o.target_name order by count(*) desc, o.target_name limit 8
                        """).param("profiles", profiles.toArray(Long[]::new)).list(Balance.Sum.class));
    }

    private List<About.Earlier> earlier(List<Long> profiles, long but) {
        return sql.sql("""
                        select m.conversation_id as id, m.words, m.said_at, w.case_id
                        from (
                          select distinct on (conversation_id) conversation_id, left(words, 160) as words, said_at
                          from unnest(cast(:profiles as bigint[])) as voice
                          cross join lateral (
                            select conversation_id, words, said_at from conversations.messages
                            where profile_id = voice and conversation_id <> :but and deleted_at is null
                            order by said_at desc limit 60
                          ) recent
                          order by conversation_id, said_at desc
                        ) m
                        left join cases.worklist w on w.conversation_id = m.conversation_id
                        order by m.said_at desc limit 5
                        """)
                .param("profiles", profiles.toArray(Long[]::new))
                .param("but", but)
                .list((row, number) -> new About.Earlier(
                        row.getLong("id"),
                        row.getString("words"),
                        row.getObject("said_at", OffsetDateTime.class).toInstant(),
                        row.getObject("case_id", Long.class)));
    }
}
