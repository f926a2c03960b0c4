package dev.rapport.desk.readings;

import dev.rapport.desk.words.Feeling;
import dev.rapport.shared.Sql;
import dev.rapport.understanding.CareReason;
import dev.rapport.understanding.Intent;
import dev.rapport.understanding.Polarity;
import dev.rapport.understanding.Versions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what was read in many messages at once, of their present wording; the opinions come from elsewhere. */
@Component
public class ReadingLineReads {

    private final Sql sql;

    ReadingLineReads(Sql sql) {
        this.sql = sql;
    }

    /** That of each message that was read; our own are not. */
    public Map<Long, WhatWasRead> of(Collection<Long> messages) {
        Map<Long, WhatWasRead> found = new HashMap<>();
        sql.sql("""
                        select r.message_id, r.revision, r.understood, r.language, r.polarity, r.confidence, r.intents, r.urgency,
                          r.reasons, r.reason, g.name as reason_name, r.reason_confidence, r.rules, r.model, r.catalogue,
                          r.second_model, last.said_by, last.said_at, last.confirms
                        from understanding.readings r
                        join conversations.messages m on m.id = r.message_id and m.revision = r.revision
                        left join understanding.care_reasons g on g.key = r.reason
                        left join lateral (
                          select coalesce((array_agg(u.name order by c.id desc))[1], '') as said_by, max(c.corrected_at) as said_at,
                            bool_and(c.value = c.said) as confirms
                          from understanding.corrections c left join access.users u on u.id = c.user_id
                          where c.message_id = r.message_id and c.revision = r.revision and c.taken_back_at is null
                          having count(*) > 0
                        ) last on true
                        where r.message_id in (:messages)
                        """).param("messages", messages).list((row, number) -> found.put(row.getLong("message_id"), read(row)));
        return found;
    }

    /** The names of users. */
    public Map<Long, String> names(Collection<Long> users) {
        Map<Long, String> names = new HashMap<>();
        if (!users.isEmpty()) {
            sql.sql("select id, name from access.users where id in (:users)")
                    .param("users", users)
                    .list((row, number) -> names.put(row.getLong("id"), row.getString("name")));
        }
        return names;
    }

    private static WhatWasRead read(ResultSet row) throws SQLException {
        String polarity = row.getString("polarity");
        String reason = row.getString("reason");
        return new WhatWasRead(
                row.getLong("message_id"),
                row.getInt("revision"),
                row.getBoolean("understood"),
                row.getString("language"),
                polarity == null ? null : Feeling.of(Polarity.valueOf(polarity)),
                row.getFloat("confidence"),
                Arrays.stream((String[]) row.getArray("intents").getArray())
                        .map(Intent::valueOf)
                        .sorted()
                        .toList(),
                reason == null ? null : new CareReason(reason, row.getString("reason_name"), ""),
                row.getFloat("reason_confidence"),
                row.getInt("urgency"),
                Arrays.stream((String[]) row.getArray("reasons").getArray())
                        .map(Hurry::of)
                        .toList(),
                List.of(),
                new Versions(row.getString("rules"), row.getString("model"), row.getLong("catalogue")),
                row.getString("second_model"),
                lastWord(row));
    }

    private static @Nullable LastWord lastWord(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("said_at", OffsetDateTime.class);
        return at == null ? null : new LastWord(row.getString("said_by"), at.toInstant(), row.getBoolean("confirms"));
    }
}
