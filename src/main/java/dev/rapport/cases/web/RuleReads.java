package dev.rapport.cases.web;

import dev.rapport.conversations.MessageId;
import dev.rapport.shared.Sql;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads what a rule can be made of, and the messages of a preview. */
@Component
class RuleReads {

    private final Sql sql;

    RuleReads(Sql sql) {
        this.sql = sql;
    }

    List<RulePage.Choice> teams() {
        return sql.sql("select id::text as key, name from access.teams order by lower(name) limit 200")
                .list(RulePage.Choice.class);
    }

    /** Inboxes by the conversations they have; their names are their module's. */
    List<RulePage.Choice> inboxes() {
        return sql.sql("select id::text as key, name from channels.inboxes order by lower(name) limit 200")
                .list(RulePage.Choice.class);
    }

    List<RulePage.Choice> entries() {
        return sql.sql("""
                        select 'BRAND:' || id as key, name from commerce.brands where retired_at is null
                        union all
                        select 'PRODUCT:' || id, name from commerce.products where retired_at is null
                        order by name limit 500
                        """).list(RulePage.Choice.class);
    }

    List<RulePage.Caught> messages(List<MessageId> ids) {
        return ids.isEmpty() ? List.of() : sql.sql("""
                        select m.id, m.conversation_id as conversation, coalesce(p.name, p.handle) as who,
                          left(m.words, 300) as words, m.said_at
                        from conversations.messages m left join conversations.profiles p on p.id = m.profile_id
                        where m.id in (:ids) order by m.said_at desc, m.id desc
                        """).param("ids", ids).list(RulePage.Caught.class);
    }
}
