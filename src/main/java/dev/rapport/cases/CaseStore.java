package dev.rapport.cases;

import dev.rapport.conversations.ConversationId;
import dev.rapport.shared.Sql;
import dev.rapport.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes single cases, their resolutions and conversations; keeps the worklist like them. */
@Component
class CaseStore {

    private final Sql sql;

    CaseStore(Sql sql) {
        this.sql = sql;
    }

    /** The case, held until the transaction ends. */
    Case load(CaseId id) {
        return sql.sql("""
                        select id, title, state, team_id, assignee_id, priority, due_at, snoozed_until, version
                        from cases.cases where id = :id for update
                        """).param("id", id).optional(Case.class).orElseThrow(() -> new NoSuchCase(id.value()));
    }

    /** The case a conversation is worked on in, resolved ones included. */
    Optional<CaseId> caseOf(ConversationId conversation) {
        return sql.sql("select case_id from cases.worklist where conversation_id = :conversation")
                .param("conversation", conversation)
                .optional(Long.class)
                .map(CaseId::of);
    }

    /** The conversations that are worked on in a case. */
    List<ConversationId> conversationsOf(CaseId id) {
        return sql
                .sql("select conversation_id from cases.worklist where case_id = :id order by conversation_id")
                .param("id", id)
                .list(Long.class)
                .stream()
                .map(ConversationId::of)
                .toList();
    }

    void save(Case changed) {
        sql.sql("""
                        update cases.cases set title = :title, state = :state, team_id = :team, assignee_id = :assignee,
                          snoozed_until = :until, version = version + 1
                        where id = :id and version = :version
                        """)
                .param("id", changed.id())
                .param("title", changed.title())
                .param("state", changed.state())
                .param("team", changed.teamId())
                .param("assignee", changed.assigneeId())
                .param("until", changed.snoozedUntil())
                .param("version", changed.version())
                .updateOne();
        sql.sql("""
                        update cases.worklist set state = :state, team_id = :team, assignee_id = :assignee
                        where case_id = :id
                        """)
                .param("id", changed.id())
                .param("state", changed.state())
                .param("team", changed.teamId())
                .param("assignee", changed.assigneeId())
                .update();
    }

    void resolve(ResolveCase command, Instant now) {
        sql.sql("""
                        insert into cases.resolutions (case_id, reason, why, resolved_by, resolved_at)
                        values (:id, :reason, :why, :by, :now)
                        """)
                .param("id", command.id())
                .param("reason", command.reason())
                .param("why", command.why())
                .param("by", command.by())
                .param("now", now)
                .update();
    }

    void reopen(CaseId id, @Nullable UserId by, Instant now) {
        sql.sql("""
                        update cases.resolutions set reopened_at = :now, reopened_by = :by
                        where case_id = :id and reopened_at is null
                        """).param("id", id).param("by", by).param("now", now).update();
    }

    /** Makes the conversation part of the case; it is worked on there from now on. */
    void join(ConversationId conversation, Case to, @Nullable UserId by, Instant now) {
        sql.sql("""
                        insert into cases.case_conversations (case_id, conversation_id, added_at, added_by)
                        values (:id, :conversation, :now, :by) on conflict do nothing
                        """)
                .param("id", to.id())
                .param("conversation", conversation)
                .param("now", now)
                .param("by", by)
                .update();
        int listed = sql.sql("""
                        insert into cases.worklist
                          (conversation_id, case_id, state, team_id, assignee_id, due_at, last_said_at)
                        select c.id, k.id, k.state, k.team_id, k.assignee_id, k.due_at, c.last_said_at
                        from conversations.conversations c, cases.cases k
                        where c.id = :conversation and k.id = :id
                        on conflict (conversation_id) do update set case_id = excluded.case_id, state = excluded.state,
                          team_id = excluded.team_id, assignee_id = excluded.assignee_id, due_at = excluded.due_at
                        """)
                .param("id", to.id())
                .param("conversation", conversation)
                .update();
        if (listed == 0) {
            throw new CannotChange(CannotChange.Why.NO_SUCH_CONVERSATION);
        }
    }

    /** Wakes what was put aside until now. */
    List<CaseId> wake(Instant now) {
        List<CaseId> woken = sql.sql("""
                        update cases.cases set state = 'OPEN', snoozed_until = null, version = version + 1
                        where id in (select id from cases.cases where state = 'SNOOZED' and snoozed_until <= :now
                                     order by id limit 1000 for update skip locked)
                        returning id
                        """).param("now", now).list(Long.class).stream()
                .map(CaseId::of)
                .toList();
        if (!woken.isEmpty()) {
            sql.sql("update cases.worklist set state = 'OPEN' where case_id in (:woken)")
                    .param("woken", woken)
                    .update();
        }
        return woken;
    }
}
