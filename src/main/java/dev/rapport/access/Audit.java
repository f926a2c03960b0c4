package dev.rapport.access;

import dev.rapport.shared.Id;
import dev.rapport.shared.Sql;
import dev.rapport.shared.UserId;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * The trail of who did what. An entry is written in the caller's transaction, so it is there exactly when the deed is. It
 * holds ids and short facts, never anybody's words.
 */
@Service
public class Audit {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Sql sql;
    private final Clock clock;
    private final Actor.Kind otherwise;

    Audit(Sql sql, Clock clock, ApplicationContext context) {
        this.sql = sql;
        this.clock = clock;
        this.otherwise = context instanceof WebApplicationContext ? Actor.Kind.SYSTEM : Actor.Kind.CONSOLE;
    }

    /**
     * Notes what whoever is signed in, or the token, the console or the system just did.
     *
     * @param action dotted, in the past: {@code case.resolved}
     * @param subjectKind what it was done to: {@code case}
     * @param subjectId its id
     * @param facts a few short values: ids, names of roles, counts
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(String action, String subjectKind, String subjectId, Map<String, String> facts) {
        write(Actor.current(otherwise), action, subjectKind, subjectId, facts);
    }

    /** The same with a typed id. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(String action, String subjectKind, Id subject, Map<String, String> facts) {
        write(Actor.current(otherwise), action, subjectKind, Long.toString(subject.value()), facts);
    }

    /** Notes what {@code actor} did while not yet signed in. */
    void recordBy(UserId actor, String action, Map<String, String> facts) {
        String id = Long.toString(actor.value());
        write(new Actor(Actor.Kind.USER, actor.value()), action, "user", id, facts);
    }

    private void write(Actor actor, String action, String subjectKind, String subjectId, Map<String, String> facts) {
        sql.sql("""
                insert into access.audit_entries (at, actor_kind, actor_id, action, subject_kind, subject_id, facts)
                values (:at, :actorKind, :actorId, :action, :subjectKind, :subjectId, cast(:facts as jsonb))
                """)
                .param("at", clock.instant())
                .param("actorKind", actor.kind())
                .param("actorId", actor.id())
                .param("action", action)
                .param("subjectKind", subjectKind)
                .param("subjectId", subjectId)
                .param("facts", JSON.writeValueAsString(facts))
                .update();
    }
}
