package dev.rapport.understanding;

import dev.rapport.conversations.Batch;
import dev.rapport.conversations.BatchStep;
import dev.rapport.conversations.Step;
import dev.rapport.exchange.WebhookEvent;
import dev.rapport.exchange.Webhooks;
import dev.rapport.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells other systems which opinions were heard: about what and how, never in whose words. History is not news. */
@Component
class TellsOfOpinions implements BatchStep {

    private final Webhooks webhooks;
    private final Sql sql;

    TellsOfOpinions(Webhooks webhooks, Sql sql) {
        this.webhooks = webhooks;
        this.sql = sql;
    }

    @Override
    public Step step() {
        return Step.PICKED_UP;
    }

    @Override
    public void take(Batch batch) {
        if (!batch.history() && webhooks.isAnybodyTold(WebhookEvent.OPINION_HEARD)) {
            webhooks.tell(WebhookEvent.OPINION_HEARD, opinions(batch));
        }
    }

    private List<Map<String, Object>> opinions(Batch batch) {
        return sql.sql("""
                select o.message_id, o.revision, m.conversation_id, o.target_kind, o.target_id, o.aspect_id, o.polarity, o.confidence
                from understanding.opinions o
                join conversations.messages m on m.id = o.message_id and m.revision = o.revision
                where m.id between :first and :last or m.id = any(array[:reworded]::bigint[])
                order by o.message_id, o.position
                """)
                .param("first", batch.firstId())
                .param("last", batch.lastId())
                .param("reworded", batch.reworded().isEmpty() ? List.of(-1L) : batch.reworded())
                .list((row, n) -> told(row));
    }

    private static Map<String, Object> told(ResultSet row) throws SQLException {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("message", row.getLong("message_id"));
        data.put("revision", row.getInt("revision"));
        data.put("conversation", row.getLong("conversation_id"));
        for (String column : List.of("target_kind", "target_id", "aspect_id")) {
            Object value = row.getObject(column);
            if (value != null) {
                data.put(column, value);
            }
        }
        data.put("polarity", row.getString("polarity"));
        data.put("confidence", row.getDouble("confidence"));
        return data;
    }
}
