package dev.rapport.desk.readings;

import dev.rapport.access.LiveUpdates;
import dev.rapport.conversations.MessageId;
import dev.rapport.shared.Sql;
import dev.rapport.understanding.ReadingsChanged;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has open screens fetch anew what is read otherwise than before. Nobody keeps a copy: all join readings when they look. */
@Component
class ShowsChangedReadings {

    private static final int FEW = 20;

    private final LiveUpdates live;
    private final Sql sql;

    ShowsChangedReadings(LiveUpdates live, Sql sql) {
        this.live = live;
        this.sql = sql;
    }

    /** In the transaction of the change, so that it is told when that commits. Many at once are told as one. */
    @EventListener
    void show(ReadingsChanged changed) {
        if (changed.messages().isEmpty()) {
            return;
        }
        List<Long> conversations = sql.sql("""
                        select distinct conversation_id from conversations.messages where id in (:messages) limit :most
                        """)
                .param(
                        "messages",
                        changed.messages().stream().map(MessageId::value).toList())
                .param("most", FEW + 1)
                .list(Long.class);
        if (conversations.size() > FEW) {
            live.publish("inbox", "");
        } else {
            conversations.forEach(id -> live.publish("inbox", id.toString()));
        }
    }
}
