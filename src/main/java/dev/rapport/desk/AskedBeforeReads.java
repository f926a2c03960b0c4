package dev.rapport.desk;

import dev.rapport.conversations.ConversationId;
import dev.rapport.desk.words.Networks;
import dev.rapport.shared.Sql;
import dev.rapport.understanding.AlikeMessages;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what people said that means about the same. */
@Component
class AskedBeforeReads {

    private static final int MOST = 5;

    private final Sql sql;
    private final AlikeMessages alike;
    private final Clock clock;

    AskedBeforeReads(Sql sql, AlikeMessages alike, Clock clock) {
        this.sql = sql;
        this.alike = alike;
        this.clock = clock;
    }

    /** What others said that means about the same as what is said in a thread. */
    AskedBefore in(ConversationId conversation) {
        return alike.in(conversation).map(found -> askedBefore(found.others())).orElse(AskedBefore.NOT_COMPARABLE);
    }

    /** What anybody said that means about the same as some words. */
    AskedBefore like(String words) {
        return alike.to(words).map(this::askedBefore).orElse(AskedBefore.NOT_COMPARABLE);
    }

    /** A message with what counts it: whoever said it, else its conversation. */
    private record Said(
            AskedBefore.Question question, @Nullable Long profile) {

        Object speaker() {
            return profile == null ? "in " + question.conversation() : profile;
        }
    }

    private AskedBefore askedBefore(List<AlikeMessages.Alike> others) {
        List<Said> said = others.isEmpty() ? List.of() : said(others);
        Instant since = clock.instant().minus(Duration.ofDays(AskedBefore.DAYS));
        return new AskedBefore(
                true,
                speakers(said),
                speakers(said.stream()
                        .filter(one -> one.question().saidAt().isAfter(since))
                        .toList()),
                shown(said));
    }

    private static int speakers(List<Said> said) {
        return said.stream().map(Said::speaker).collect(Collectors.toSet()).size();
    }

    /** One of each conversation, those with an answer first. */
    private static List<AskedBefore.Question> shown(List<Said> said) {
        Set<Long> conversations = new HashSet<>();
        ToIntFunction<AskedBefore.Question> waiting = question -> question.isAnswered() ? 0 : 1;
        return said.stream()
                .map(Said::question)
                .sorted(Comparator.comparingInt(waiting)
                        .thenComparing(Comparator.comparingDouble(AskedBefore.Question::likeness)
                                .reversed()))
                .filter(question -> conversations.add(question.conversation()))
                .limit(MOST)
                .toList();
    }

    private List<Said> said(List<AlikeMessages.Alike> others) {
        Map<Long, Double> likeness = others.stream()
                .collect(Collectors.toMap(other -> other.message().value(), AlikeMessages.Alike::likeness));
        return sql.sql("""
                        select m.id, m.conversation_id, m.profile_id, left(m.words, 240) as words, m.said_at,
                          coalesce(human.name, p.name, p.handle, '') as who, coalesce(p.network, '') as network,
                          left(reply.words, 480) as answer, reply.said_at as answered_at
                        from conversations.messages m
                        left join conversations.profiles p on p.id = m.profile_id
                        left join lateral (select person_id from people.who_v where profile_id = p.id limit 1) linked on true
                        left join people.persons human on human.id = linked.person_id
                        left join lateral (
                          select a.words, a.said_at from conversations.messages a
                          where a.conversation_id = m.conversation_id and a.side = 'US' and a.manner = 'PERSONAL'
                            and a.deleted_at is null and (a.said_at, a.id) > (m.said_at, m.id)
                          order by a.said_at, a.id limit 1) reply on true
                        where m.id in (:messages)
                        """)
                .param("messages", likeness.keySet())
                .list((row, number) -> said(row, likeness.getOrDefault(row.getLong("id"), 0.0)));
    }

    private static Said said(ResultSet row, double likeness) throws SQLException {
        OffsetDateTime answeredAt = row.getObject("answered_at", OffsetDateTime.class);
        return new Said(
                new AskedBefore.Question(
                        row.getLong("conversation_id"),
                        row.getString("words"),
                        row.getString("who"),
                        row.getString("network"),
                        Networks.icon(row.getString("network")),
                        row.getObject("said_at", OffsetDateTime.class).toInstant(),
                        likeness,
                        row.getString("answer"),
                        answeredAt == null ? null : answeredAt.toInstant()),
                row.getObject("profile_id", Long.class));
    }
}
