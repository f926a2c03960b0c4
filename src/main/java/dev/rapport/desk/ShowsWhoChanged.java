package dev.rapport.desk;

import dev.rapport.access.LiveUpdates;
import dev.rapport.people.WhoChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has the open screens fetch their rows and threads anew when profiles are linked to somebody, or no longer. */
@Component
class ShowsWhoChanged {

    private final LiveUpdates live;

    ShowsWhoChanged(LiveUpdates live) {
        this.live = live;
    }

    /** In the transaction of the change, so that it is told when that commits. */
    @EventListener
    void show(WhoChanged changed) {
        live.publish("inbox", "");
    }
}
