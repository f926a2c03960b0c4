package dev.rapport.desk.readings;

import dev.rapport.access.LiveUpdates;
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
        tell("inbox", changed, """
                select distinct conversation_id from conversations.messages where id in (:messages) limit :most
                """);
        tell("people", changed, """
                select distinct w.person_id
                from conversations.messages m join people.who_v w on w.profile_id = m.profile_id
                where m.id in (:messages) limit :most
                """);
    }

    private void tell(String topic, ReadingsChanged changed, String whose) {
        List<Long> ids = sql.sql(whose)
                .param("messages", changed.messages())
                .param("most", FEW + 1)
                .list(Long.class);
        if (ids.size() > FEW) {
            live.publish(topic, "");
        } else {
            ids.forEach(id -> live.publish(topic, id.toString()));
        }
    }
}
