package dev.rapport.cases;

import dev.rapport.shared.Id;
import dev.rapport.shared.Sql;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens and reopens many cases with one statement, in the order of conversations so that batches never deadlock. */
@Component
class OpeningStore {

    private final Sql sql;

    OpeningStore(Sql sql) {
        this.sql = sql;
    }

    /**
     * Opens those whose conversation exists and has no case in work. The worklist's key decides who was first; a case that
     * is resolved gives its place up.
     */
    List<CaseId> open(List<OpenCase> wanted, Instant now) {
        List<OpenCase> sorted = wanted.stream()
                .sorted(Comparator.comparingLong(open -> open.conversation().value()))
                .toList();
        return sql
                .sql("""
                        with wanted as (
                          select nextval('cases.numbers') as id, w.*, c.last_said_at,
                            cast(:now as timestamptz) + make_interval(mins => w.reply_within) as due_at,
                            coalesce(nullif(left(c.title, 200), ''), nullif(left(m.title, 200), ''),
                                     nullif(left(m.words, 120), ''), '…') as title
                          from unnest(:conversations::bigint[], :messages::bigint[], :rules::bigint[], :users::bigint[],
                                      :whys::text[], :teams::bigint[], :assignees::bigint[], :priorities::int[],
                                      :urgencies::int[], :within::int[])
                            as w (conversation_id, message_id, rule_id, by_user, why, team_id, assignee_id, priority,
                                  urgency, reply_within)
                          join conversations.conversations c on c.id = w.conversation_id
                          left join conversations.messages m on m.id = coalesce(w.message_id, c.last_message_id)
                          order by w.conversation_id
                        ), listed as (
                          insert into cases.worklist as l
                            (conversation_id, case_id, state, team_id, assignee_id, due_at, last_said_at)
                          select conversation_id, id, 'OPEN', team_id, assignee_id, due_at, last_said_at from wanted
                          on conflict (conversation_id) do update set case_id = excluded.case_id, state = 'OPEN',
                            team_id = excluded.team_id, assignee_id = excluded.assignee_id, due_at = excluded.due_at,
                            last_said_at = excluded.last_said_at
                          where l.state = 'RESOLVED'
                          returning l.case_id
                        ), opened as (
                          insert into cases.cases (id, title, state, team_id, assignee_id, priority, urgency, opened_at,
                            opened_by_rule, opened_by, opened_why, reply_within, due_at, last_said_at)
                          select w.id, w.title, 'OPEN', w.team_id, w.assignee_id, w.priority, w.urgency, :now, w.rule_id,
                            w.by_user, w.why, w.reply_within, w.due_at, w.last_said_at
                          from wanted w join listed l on l.case_id = w.id
                        )
                        insert into cases.case_conversations (case_id, conversation_id, added_at, added_by)
                        select w.id, w.conversation_id, :now, w.by_user
                        from wanted w join listed l on l.case_id = w.id
                        returning case_id
                        """)
                .param("conversations", ids(sorted, OpenCase::conversation))
                .param("messages", ids(sorted, OpenCase::message))
                .param("rules", ids(sorted, OpenCase::rule))
                .param("users", ids(sorted, OpenCase::by))
                .param("whys", sorted.stream().map(OpenCase::why).toArray(String[]::new))
                .param("teams", ids(sorted, OpenCase::team))
                .param("assignees", ids(sorted, OpenCase::assignee))
                .param("priorities", sorted.stream().map(OpenCase::priority).toArray(Integer[]::new))
                .param("urgencies", sorted.stream().map(OpenCase::urgency).toArray(Integer[]::new))
                .param("within", sorted.stream().map(OpenCase::replyWithin).toArray(Integer[]::new))
                .param("now", now)
                .list(Long.class)
                .stream()
                .map(CaseId::of)
                .toList();
    }

    /**
     * What customers said in conversations that have a case: the case knows when, is open again, promises a reply again,
     * and is as urgent as the most urgent message. An open case keeps the earlier promise.
     */
    void hear(List<HeardAgain> heard, Instant now) {
        List<HeardAgain> sorted = heard.stream()
                .sorted(Comparator.comparing(HeardAgain::id, Comparator.comparingLong(CaseId::value)))
                .toList();
        sql.sql("""
                        with heard as (
                          select h.*, k.state as before,
                            cast(:now as timestamptz) + make_interval(mins => h.reply_within) as due_at
                          from unnest(:cases::bigint[], :messages::bigint[], :urgencies::int[], :priorities::int[],
                                      :within::int[], :said::timestamptz[])
                            as h (case_id, message_id, urgency, priority, reply_within, said_at)
                          join cases.cases k on k.id = h.case_id
                          order by h.case_id
                          for update of k
                        ), changed as (
                          update cases.cases k set state = 'OPEN', snoozed_until = null, version = version + 1,
                            urgency = greatest(k.urgency, h.urgency), priority = greatest(k.priority, h.priority),
                            last_said_at = greatest(k.last_said_at, h.said_at),
                            reply_within = least(k.reply_within, h.reply_within),
                            due_at = case when h.before = 'OPEN' then least(k.due_at, h.due_at)
                                          else cast(:now as timestamptz) + make_interval(mins => least(k.reply_within, h.reply_within)) end
                          from heard h where k.id = h.case_id
                          returning k.id, k.due_at, k.last_said_at, h.before, h.message_id
                        ), listed as (
                          update cases.worklist w set state = 'OPEN', due_at = c.due_at,
                            last_said_at = greatest(w.last_said_at, c.last_said_at)
                          from changed c where w.case_id = c.id
                        ), history as (
                          update cases.resolutions r set reopened_at = :now
                          from changed c where r.case_id = c.id and r.reopened_at is null
                        )
                        insert into cases.activity (case_id, at, kind, subject_id)
                        select id, :now, 'REOPENED_BY_MESSAGE', message_id from changed where before <> 'OPEN'
                        """)
                .param("cases", ids(sorted, HeardAgain::id))
                .param("messages", ids(sorted, HeardAgain::message))
                .param("urgencies", sorted.stream().map(HeardAgain::urgency).toArray(Integer[]::new))
                .param("priorities", sorted.stream().map(HeardAgain::priority).toArray(Integer[]::new))
                .param("within", sorted.stream().map(HeardAgain::replyWithin).toArray(Integer[]::new))
                .param(
                        "said",
                        sorted.stream().map(each -> each.saidAt().toString()).toArray(String[]::new))
                .param("now", now)
                .update();
    }

    private static <T> Long[] ids(List<T> all, Function<T, @Nullable Id> key) {
        return all.stream()
                .map(each -> {
                    Id id = key.apply(each);
                    return id == null ? null : id.value();
                })
                .toArray(Long[]::new);
    }
}
