package dev.rapport.people;

import dev.rapport.conversations.Batch;
import dev.rapport.people.matching.Circumstance;
import dev.rapport.people.matching.ProfileFacts;
import dev.rapport.shared.ProfileId;
import dev.rapport.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The voices that may be compared with persons: those of customers and partners whom nobody decided about. */
@Component
class ComparedVoices {

    private static final String HEARD = """
            select distinct coalesce(v.voice_id, m.profile_id) as id
            from (select profile_id from conversations.messages where id between :first and :last
                  union all
                  select profile_id from conversations.messages where id = any(:reworded)) m
            left join people.voices v on v.profile_id = m.profile_id
            """;

    private static final String FREE = """
            p.side in ('CUSTOMER', 'PARTNER') and p.erased_at is null
              and not exists (select from people.voices t where t.profile_id = p.id)
              and not exists (select from people.links l where l.profile_id = p.id and l.state = 'CONFIRMED'
                              and (l.decided_by is not null or l.rules like 'exact %'))
            """;

    private static final String FACTS = """
            select p.id, p.network, p.author_key, p.handle, p.name, p.bio, p.location, p.website, p.verified, k.facts as looked, k.rules,
              coalesce(last.place_kind || ' ' || coalesce(last.place_id, last.place_name), 'inbox ' || last.inbox_id, '') as place
            from (%s) given
            join conversations.profiles p on p.id = given.id
            left join people.lookups k on k.profile_id = p.id
            left join lateral (
              select m.inbox_id, m.place_kind, m.place_id, m.place_name from conversations.messages m
              where m.profile_id = p.id order by m.said_at desc limit 1) last on true
            where %s
            order by p.id
            """;

    private final Sql sql;
    private final GivenNumbers said;

    ComparedVoices(Sql sql, GivenNumbers said) {
        this.sql = sql;
        this.said = said;
    }

    /** Those heard in a batch that nobody is linked to. */
    List<VoiceFacts> heard(Batch batch) {
        return complete(sql.sql(FACTS.formatted(HEARD, FREE + """
                          and not exists (select from people.links l where l.profile_id = p.id and l.state = 'CONFIRMED')
                        """))
                .param("first", batch.firstId())
                .param("last", batch.lastId())
                .param("reworded", batch.reworded().toArray(Long[]::new))
                .list((row, number) -> facts(row)));
    }

    /** Those of these that nobody decided about, linked by rules or not. */
    List<VoiceFacts> of(Collection<ProfileId> voices) {
        return complete(sql.sql(FACTS.formatted("select unnest(:voices::bigint[]) as id", FREE))
                .param("voices", voices.stream().map(ProfileId::value).toArray(Long[]::new))
                .list((row, number) -> facts(row)));
    }

    /** These, whatever was decided about them. */
    List<VoiceFacts> decided(Collection<ProfileId> voices) {
        return sql.sql(FACTS.formatted("select unnest(:voices::bigint[]) as id", "p.erased_at is null"))
                .param("voices", voices.stream().map(ProfileId::value).toArray(Long[]::new))
                .list((row, number) -> facts(row));
    }

    /** The next of all of them, in the order of their numbers; ends with an empty list. */
    List<ProfileId> after(long voice, int most) {
        return sql.sql("select p.id from conversations.profiles p where p.id > :voice and " + FREE
                        + " order by p.id limit :most")
                .param("voice", voice)
                .param("most", most)
                .list(ProfileId.class);
    }

    private List<VoiceFacts> complete(List<VoiceFacts> voices) {
        Map<ProfileId, List<Circumstance>> given =
                said.of(voices.stream().map(VoiceFacts::voice).toList());
        return given.isEmpty()
                ? voices
                : voices.stream()
                        .map(one -> given.containsKey(one.voice())
                                ? withSaid(one, Objects.requireNonNull(given.get(one.voice())))
                                : one)
                        .toList();
    }

    private static VoiceFacts withSaid(VoiceFacts one, List<Circumstance> said) {
        ProfileFacts shown = one.facts();
        List<String> keys = Stream.concat(
                        shown.said().stream(),
                        said.stream()
                                .map(Circumstance::person)
                                .map(ContactReads::key)
                                .distinct())
                .toList();
        ProfileFacts facts = new ProfileFacts(
                shown.platform(),
                shown.handle(),
                shown.displayName(),
                shown.bio(),
                shown.location(),
                shown.website(),
                shown.verified(),
                keys);
        return new VoiceFacts(one.voice(), facts, one.place(), said, one.looked(), one.rules());
    }

    private static VoiceFacts facts(ResultSet row) throws SQLException {
        String network = row.getString("network");
        String handle = shown(row.getString("handle"));
        int at = handle.indexOf('@');
        ProfileFacts facts = new ProfileFacts(
                network,
                network.equals("mail") && at > 0 ? handle.substring(0, at) : handle,
                shown(row.getString("name")),
                shown(row.getString("bio")),
                shown(row.getString("location")),
                shown(row.getString("website")),
                row.getBoolean("verified"),
                network.equals("mail") ? List.of(row.getString("author_key")) : List.of());
        return new VoiceFacts(
                ProfileId.of(row.getLong("id")),
                facts,
                row.getString("place"),
                List.of(),
                row.getString("looked"),
                row.getString("rules"));
    }

    private static String shown(@Nullable String text) {
        return text == null ? "" : text;
    }
}
