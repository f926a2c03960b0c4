package dev.rapport.desk.words;

import dev.rapport.shared.Sql;
import dev.rapport.understanding.Polarity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the opinions of many messages at once, of their present wording. */
@Component
public class OpinionReads {

    private final Sql sql;

    OpinionReads(Sql sql) {
        this.sql = sql;
    }

    /** Those of each message, in the order of the text. */
    public Map<Long, List<ReadOpinion>> of(Collection<Long> messages) {
        Map<Long, List<ReadOpinion>> found = new HashMap<>();
        if (messages.isEmpty()) {
            return found;
        }
        sql.sql("""
                        select o.message_id, o.target_name, a.name as aspect, o.polarity, o.target_from, o.target_to,
                          o.quote_from, o.quote_to, o.confidence, o.evidence, o.aspect_id,
                          coalesce(lower(o.target_kind) || '-' || o.target_id, '') as target, p.id as product, b.id as brand, b.standing = 'OURS' as ours
                        from understanding.opinions o
                        join conversations.messages m on m.id = o.message_id and m.revision = o.revision
                        left join commerce.aspects a on a.id = o.aspect_id
                        left join commerce.products p on o.target_kind = 'PRODUCT' and p.id = o.target_id
                        left join commerce.brands b
                          on b.id = case o.target_kind when 'BRAND' then o.target_id else p.brand_id end
                        where o.message_id in (:messages)
                        order by o.message_id, o.quote_from, o.position
                        """)
                .param("messages", messages)
                .list((row, number) -> found.computeIfAbsent(row.getLong("message_id"), id -> new ArrayList<>(2))
                        .add(opinion(row)));
        return found;
    }

    private static ReadOpinion.@Nullable Meant meant(ResultSet row) throws SQLException {
        Long brand = row.getObject("brand", Long.class);
        return brand == null
                ? null
                : new ReadOpinion.Meant(row.getObject("product", Long.class), brand, row.getBoolean("ours"));
    }

    private static ReadOpinion opinion(ResultSet row) throws SQLException {
        Feeling feeling = Feeling.of(Polarity.valueOf(row.getString("polarity")));
        return new ReadOpinion(
                row.getString("target_name"),
                row.getString("aspect"),
                feeling,
                new Mark(row.getInt("target_from"), row.getInt("target_to"), feeling),
                new Mark(row.getInt("quote_from"), row.getInt("quote_to"), feeling),
                meant(row),
                row.getString("target") + "." + Objects.toString(row.getObject("aspect_id"), ""),
                row.getFloat("confidence"),
                evidence((Integer[]) row.getArray("evidence").getArray(), feeling));
    }

    private static List<Mark> evidence(Integer[] offsets, Feeling feeling) {
        List<Mark> evidence = new ArrayList<>();
        for (int i = 0; i + 1 < offsets.length; i += 2) {
            evidence.add(new Mark(offsets[i], offsets[i + 1], feeling));
        }
        return evidence;
    }
}
