package dev.rapport.people;

import dev.rapport.conversations.Batch;
import dev.rapport.people.matching.SharedMailboxes;
import dev.rapport.shared.PersonId;
import dev.rapport.shared.ProfileId;
import dev.rapport.shared.Sql;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds the addresses and handles that a profile and one person alone have in common, by index, and links by them: one
 * statement for any number of profiles. What a person decided is never touched; what is not exact is the matcher's.
 */
@Component
class EvidenceStore {

    /** The version of these rules, kept with every link they make. */
    static final String RULES = "exact 2";

    /** Nobody is looked for among more holders of one address than this. */
    private static final int MOST_HOLDERS = 2;

    /** What became of a link. */
    record Change(
            ProfileId profile, PersonId person, @Nullable LinkState before, LinkState now) {

        boolean isAboutWho() {
            return before != now && (before == LinkState.CONFIRMED || now == LinkState.CONFIRMED);
        }
    }

    private static final String VOICES = "with voices as materialized (";

    private static final String PROFILE = """
            select p.id, p.network, p.author_key, p.handle, p.name, p.folded, p.bio
            from conversations.profiles p
            """;

    /** Those heard in a batch that are not linked. */
    private static final String HEARD = PROFILE + """
            join (select distinct coalesce(v.voice_id, m.profile_id) as id
                  from (select profile_id from conversations.messages where id between :first and :last
                        union all
                        select profile_id from conversations.messages where id = any(:reworded)) m
                  left join people.voices v on v.profile_id = m.profile_id) heard on heard.id = p.id
            where p.side in ('CUSTOMER', 'PARTNER') and p.erased_at is null
              and not exists (select from people.links l where l.profile_id = p.id and l.state = 'CONFIRMED')
            """;

    /** Those given, besides what people or other rules linked. */
    private static final String GIVEN = PROFILE + """
            join (select distinct coalesce(v.voice_id, g.id) as id
                  from unnest(:profiles::bigint[]) as g (id)
                  left join people.voices v on v.profile_id = g.id) given on given.id = p.id
            where p.side in ('CUSTOMER', 'PARTNER') and p.erased_at is null
              and not exists (select from people.links l where l.profile_id = p.id and l.state = 'CONFIRMED'
                              and (l.decided_by is not null or l.rules not like 'exact %'))
            """;

    /** The profiles that an address or handle of these persons meets, and those that were linked by one before. */
    private static final String MET = """
            select p.id from people.addresses a
            join conversations.profiles p on p.network = 'mail' and p.author_key = a.folded
            where a.person_id = any(:persons) and a.kind = 'EMAIL'
            union
            select p.id from people.addresses a
            join conversations.profiles p
              on p.bio like '%@%' and conversations.addresses_in(p.bio) @> array[a.folded collate "default"]
            where a.person_id = any(:persons) and a.kind = 'EMAIL'
            union
            select p.id from people.addresses a
            join conversations.profiles p on lower(p.handle) = a.folded collate "default" and p.network = a.network
            where a.person_id = any(:persons) and a.kind = 'HANDLE'
            union
            select l.profile_id from people.links l
            where l.person_id = any(:persons) and l.decided_by is null and l.state in ('CONFIRMED', 'PROPOSED')
            """;

    /**
     * What each voice has in common with persons, and what follows. The limits keep the lookups to the indexes whatever the
     * planner believes about the tables.
     */
    private static final String WANTED = """
            ), clues as (
              select v.id as profile_id, a.person_id, 'EMAIL' as kind, 'PRIVATE' as seen_in, v.author_key as words,
                     v.author_key ~ :shared as is_shared
              from voices v
              cross join lateral (select person_id from people.addresses
                where folded = v.author_key and kind = 'EMAIL' and network = '' limit :most) a
              where v.network = 'mail'
              union all
              select v.id, a.person_id, 'BIO_EMAIL', 'PUBLIC', b.address, b.address ~ :shared
              from voices v
              cross join lateral unnest(conversations.addresses_in(v.bio)) as b (address)
              cross join lateral (select person_id from people.addresses
                where folded = b.address collate "C" and kind = 'EMAIL' and network = '' limit :most) a
              where v.bio like '%@%'
              union all
              select v.id, a.person_id, 'HANDLE', 'PUBLIC', v.handle, false
              from voices v
              cross join lateral (select person_id from people.addresses
                where folded = lower(v.handle) collate "C" and kind = 'HANDLE' and network = v.network limit :most) a
              where v.handle is not null),
            counted as (
              select c.*, count(*) over (partition by profile_id, kind, words) as holders from clues c),
            exact as (
              select profile_id, person_id,
                jsonb_agg(jsonb_build_object('kind', kind, 'words', words, 'seen_in', seen_in, 'rivals', 0)
                          order by kind, words) as evidence
              from counted where holders = 1 and not is_shared group by profile_id, person_id),
            undecided as (
              select e.*, count(*) over (partition by e.profile_id) as persons
              from exact e
              left join lateral (select id, decided_by, state from people.links
                where profile_id = e.profile_id and person_id = e.person_id limit 1) l on true
              where (l.id is null or (l.decided_by is null and l.state <> 'REFUSED'))
                and not exists (select from people.unlinkable_v u where u.person_id = e.person_id)),
            wanted as (select profile_id, person_id, evidence from undecided where persons = 1)
            """;

    private static final String LOOSEN = """
            , changed as (
              update people.links l
              set state = 'WITHDRAWN', decided_at = :now, why = null, version = l.version + 1
              from voices v
              where l.profile_id = v.id and l.decided_by is null and l.rules like 'exact %'
                and l.state in ('CONFIRMED', 'PROPOSED')
                and not exists (select from wanted w
                                where w.profile_id = l.profile_id and w.person_id = l.person_id)
              returning l.id, l.profile_id, l.person_id, old.state as before, l.state, l.decided_at, l.evidence, l.rules)
            """;

    private static final String LINK = """
            , changed as (
              insert into people.links as l (profile_id, person_id, state, evidence, rules, decided_at, made_at)
              select profile_id, person_id, 'CONFIRMED', evidence, :rules, :now, :now from wanted
              order by profile_id, person_id
              on conflict (profile_id, person_id) do update set state = excluded.state, probability = null,
                evidence = excluded.evidence, rules = excluded.rules, decided_at = excluded.decided_at,
                version = l.version + 1
              where l.decided_by is null and l.state <> 'REFUSED'
                and (l.state, l.evidence) is distinct from (excluded.state, excluded.evidence)
              returning l.id, l.profile_id, l.person_id, old.state as before, l.state, l.decided_at, l.evidence, l.rules)
            """;

    private static final String TELL = """
            , told as (
              insert into people.link_events (link_id, state, at, evidence, rules)
              select id, state, decided_at, evidence, rules from changed)
            select profile_id as profile, person_id as person, before, state as now from changed
            """;

    private final Sql sql;
    private final Clock clock;

    EvidenceStore(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Links the profiles of a batch that nobody is linked to. */
    List<Change> link(Batch batch) {
        return with(VOICES + HEARD + WANTED + LINK + TELL)
                .param("first", batch.firstId())
                .param("last", batch.lastId())
                .param("reworded", batch.reworded().toArray(Long[]::new))
                .param("rules", RULES)
                .list(Change.class);
    }

    /** Withdraws what this evidence made of these profiles and no longer carries. */
    List<Change> loosen(Collection<ProfileId> profiles) {
        return profiles(with(VOICES + GIVEN + WANTED + LOOSEN + TELL), profiles);
    }

    List<Change> link(Collection<ProfileId> profiles) {
        return profiles(with(VOICES + GIVEN + WANTED + LINK + TELL), profiles);
    }

    /** The profiles that anything of these persons meets or met. */
    List<ProfileId> metBy(Collection<PersonId> persons) {
        return sql.sql(MET)
                .param("persons", persons.stream().map(PersonId::value).toArray(Long[]::new))
                .list(ProfileId.class);
    }

    private Sql.Statement with(String text) {
        return sql.sql(text)
                .param("shared", SharedMailboxes.PATTERN)
                .param("most", MOST_HOLDERS)
                .param("now", clock.instant());
    }

    private static List<Change> profiles(Sql.Statement statement, Collection<ProfileId> profiles) {
        return statement
                .param("profiles", profiles.stream().map(ProfileId::value).toArray(Long[]::new))
                .param("rules", RULES)
                .list(Change.class);
    }
}
