package dev.rapport.understanding.web;

import dev.rapport.commerce.Catalogue;
import dev.rapport.conversations.MessageId;
import dev.rapport.shared.Sql;
import dev.rapport.understanding.CareRules;
import dev.rapport.understanding.Correction;
import dev.rapport.understanding.Polarity;
import dev.rapport.understanding.Wording;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Messages to be taught, and the words that corrections are about. */
@Repository
class TeachReads {

    private static final int LETTERS = 160;

    private final Sql sql;
    private final Catalogue catalogue;
    private final CareRules rules;

    TeachReads(Sql sql, Catalogue catalogue, CareRules rules) {
        this.sql = sql;
        this.catalogue = catalogue;
        this.rules = rules;
    }

    /** Those of the wordings that still stand and nobody has corrected. */
    List<Wording> teachable(List<Wording> wordings) {
        return wordings.isEmpty()
                ? List.of()
                : sql.sql("""
                select m.id, m.revision
                from conversations.messages m
                join understanding.readings r on r.message_id = m.id and r.revision = m.revision
                where m.id in (:ids) and r.understood and m.deleted_at is null and m.hidden_at is null
                  and not exists (select from understanding.corrections c
                                  where c.message_id = m.id and c.taken_back_at is null)
                """).param("ids", ids(wordings)).list((row, n) -> wording(row));
    }

    Optional<TeachPage.Card> card(Wording wording) {
        return sql.sql("""
                        select m.id, m.revision, m.conversation_id, i.name as inbox, m.visibility = 'PUBLIC' as is_public, m.title,
                          m.words, r.language, r.polarity, r.confidence, m.said_at
                        from conversations.messages m
                        join channels.inboxes i on i.id = m.inbox_id
                        join understanding.readings r on r.message_id = m.id and r.revision = m.revision
                        where m.id = :id and m.revision = :revision and r.understood
                        """)
                .param("id", wording.message())
                .param("revision", wording.revision())
                .optional((row, n) -> card(row, opinions(wording)));
    }

    /** Corrections with the words they are about, in their order; those of deleted words are left out. */
    List<CorrectionRow> rows(List<Correction> corrections) {
        Map<Long, Said> said = said(corrections);
        Map<Long, String> colleagues = colleagues(corrections);
        var values = new CorrectionValues(catalogue.snapshot(), rules.reasons());
        return corrections.stream()
                .filter(one -> said.containsKey(one.wording().message().value()))
                .map(one -> row(
                        one,
                        Objects.requireNonNull(said.get(one.wording().message().value())),
                        colleagues.getOrDefault(one.by().value(), ""),
                        values))
                .toList();
    }

    private record Said(long id, long conversation, String words) {}

    private Map<Long, Said> said(List<Correction> corrections) {
        Map<Long, Said> said = new HashMap<>();
        if (!corrections.isEmpty()) {
            sql.sql("""
                            select id, conversation_id as conversation, words from conversations.messages
                            where id in (:ids) and deleted_at is null
                            """)
                    .param(
                            "ids",
                            ids(corrections.stream().map(Correction::wording).toList()))
                    .list(Said.class)
                    .forEach(one -> said.put(one.id(), one));
        }
        return said;
    }

    private Map<Long, String> colleagues(List<Correction> corrections) {
        Map<Long, String> names = new HashMap<>();
        if (!corrections.isEmpty()) {
            sql.sql("select id, name from access.users where id in (:ids)")
                    .param(
                            "ids",
                            corrections.stream().map(Correction::by).distinct().toList())
                    .list((row, n) -> names.put(row.getLong("id"), row.getString("name")));
        }
        return names;
    }

    private List<TeachPage.About> opinions(Wording wording) {
        return sql.sql("""
                        select target_name as target, polarity from understanding.opinions
                        where message_id = :id and revision = :revision order by position
                        """)
                .param("id", wording.message())
                .param("revision", wording.revision())
                .list(TeachPage.About.class);
    }

    private static CorrectionRow row(Correction one, Said said, String by, CorrectionValues values) {
        return new CorrectionRow(
                one.id().value(),
                said.id(),
                said.conversation(),
                Excerpt.beginning(said.words(), LETTERS),
                values.what(one.change()),
                values.about(one.change()),
                values.said(one.change(), one.said()),
                values.now(one.change()),
                one.confirms(),
                by,
                one.at());
    }

    private static TeachPage.Card card(ResultSet row, List<TeachPage.About> opinions) throws SQLException {
        return new TeachPage.Card(
                wording(row),
                row.getLong("conversation_id"),
                row.getString("inbox"),
                row.getBoolean("is_public"),
                row.getString("title"),
                row.getString("words"),
                row.getString("language"),
                Polarity.valueOf(row.getString("polarity")),
                row.getDouble("confidence"),
                row.getTimestamp("said_at").toInstant(),
                opinions);
    }

    private static Wording wording(ResultSet row) throws SQLException {
        return new Wording(MessageId.of(row.getLong("id")), row.getInt("revision"));
    }

    private static List<MessageId> ids(List<Wording> wordings) {
        return wordings.stream().map(Wording::message).distinct().toList();
    }
}
