package dev.rapport.cases.web;

import dev.rapport.cases.CaseState;
import dev.rapport.shared.Sql;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads lists of cases along their numbers. */
@Component
class CaseListReads {

    private final Sql sql;

    CaseListReads(Sql sql) {
        this.sql = sql;
    }

    Part part(@Nullable CaseState state, @Nullable Long before, int limit) {
        List<Line> lines = sql.sql("""
                        select id, title, state, team_id as team, assignee_id as assignee, priority, urgency, opened_at,
                          due_at, last_said_at, version
                        from cases.cases
                        where id < :before and (cast(:state as text) is null or state = :state)
                        order by id desc limit :limit
                        """)
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("state", state)
                .param("limit", limit)
                .list(Line.class);
        return new Part(lines, lines.size() < limit ? null : lines.getLast().id());
    }

    /** A page of the list; {@code next} is empty at its end. */
    public record Part(List<Line> cases, @Nullable Long next) {}

    /** One case. */
    public record Line(
            long id,
            String title,
            String state,
            @Nullable Long team,
            @Nullable Long assignee,
            int priority,
            int urgency,
            Instant openedAt,
            @Nullable Instant dueAt,
            Instant lastSaidAt,
            int version) {}
}
