package dev.rapport.people;

import dev.rapport.shared.Sql;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Forgets what links were made by after some time: the link and who decided it stay, what was compared goes. */
@Component
class ForgetsEvidence {

    private final Sql sql;
    private final Clock clock;
    private final Duration kept;

    ForgetsEvidence(Sql sql, Clock clock, @Value("${rapport.links.evidence-kept:730d}") Duration kept) {
        this.sql = sql;
        this.clock = clock;
        this.kept = kept;
    }

    /**
     * Empties the evidence of links decided longer ago than it may be kept, and of their history.
     *
     * @return how many links
     */
    @Transactional
    public int forget() {
        sql.sql("update people.link_events set evidence = '[]' where at < :before and evidence <> '[]'")
                .param("before", clock.instant().minus(kept))
                .update();
        return sql.sql("update people.links set evidence = '[]' where decided_at < :before and evidence <> '[]'")
                .param("before", clock.instant().minus(kept))
                .update();
    }
}
