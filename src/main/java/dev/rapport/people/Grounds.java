package dev.rapport.people;

import dev.rapport.conversations.ConversationId;
import dev.rapport.conversations.MessageId;
import dev.rapport.shared.Id;
import dev.rapport.shared.PersonId;
import dev.rapport.shared.ProfileId;
import dev.rapport.shared.Sql;
import dev.rapport.understanding.Polarity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What opinions stand on: opinion, profile, the person linked now, and the purchase or contract that was in force when it was
 * said, theirs or their organisation's. The product itself goes before its brand, the latest before earlier ones.
 */
@Service
@Transactional(readOnly = true)
public class Grounds {

    private static final String GROUNDS = """
            select o.message_id, m.conversation_id, m.profile_id, o.target_name, o.polarity, m.said_at,
              w.person_id, r.name as person_name, h.kind, h.product_name, h.since, h.covered_until, h.order_number, h.is_product
            from (%s) m
            join understanding.opinions o on o.message_id = m.id and o.revision = m.revision and o.target_id is not null
            left join commerce.products p on o.target_kind = 'PRODUCT' and p.id = o.target_id
            left join people.who_v w on w.profile_id = m.profile_id
            left join people.persons r on r.id = w.person_id
            left join lateral (
              select h.kind, h.product_name, h.since, h.covered_until, h.order_number,
                (o.target_kind = 'PRODUCT' and h.product_id = o.target_id) is true as is_product
              from (select source, number from people.customer_numbers where person_id in (select people.rows_of(w.person_id))
                    union
                    select n.source, n.number from people.memberships b
                    join people.customer_numbers n on n.account_id = b.account_id
                    where b.person_id in (select people.rows_of(w.person_id))) k
              join commerce.holdings_v h on h.customer_source = k.source and h.customer_number = k.number
              where h.since <= m.said_at and (h.until is null or h.until > m.said_at)
                and ((o.target_kind = 'PRODUCT' and h.product_id = o.target_id)
                     or h.brand_id = case when o.target_kind = 'BRAND' then o.target_id else p.brand_id end)
              order by is_product desc, h.since desc, h.id desc
              limit 1) h on true
            order by m.said_at desc, m.id desc, o.quote_from, o.target_name
            """;

    private static final String MESSAGES = """
            select id, revision, conversation_id, profile_id, said_at from conversations.messages
            where %s = any(:ids) and profile_id is not null and side in ('CUSTOMER', 'PARTNER') and deleted_at is null
              and hidden_at is null
            """;

    private final Sql sql;

    Grounds(Sql sql) {
        this.sql = sql;
    }

    /** Of every opinion in these messages, newest first. */
    public List<Ground> ofMessages(Collection<MessageId> messages) {
        return read(MESSAGES.formatted("id"), messages);
    }

    /** Of every opinion in the newest messages of these conversations. */
    public List<Ground> ofConversations(Collection<ConversationId> conversations, int newest) {
        return read(MESSAGES.formatted("conversation_id") + newest(newest), conversations);
    }

    /** Of every opinion in the newest messages of these profiles. */
    public List<Ground> ofProfiles(Collection<ProfileId> profiles, int newest) {
        return read(MESSAGES.formatted("profile_id") + newest(newest), profiles);
    }

    private static String newest(int messages) {
        return "order by said_at desc, id desc limit " + messages;
    }

    private List<Ground> read(String messages, Collection<? extends Id> ids) {
        return ids.isEmpty()
                ? List.of()
                : sql.sql(GROUNDS.formatted(messages))
                        .param("ids", ids.stream().map(Id::value).toArray(Long[]::new))
                        .list((row, number) -> ground(row));
    }

    private static Ground ground(ResultSet row) throws SQLException {
        Long person = row.getObject("person_id", Long.class);
        return new Ground(
                MessageId.of(row.getLong("message_id")),
                ConversationId.of(row.getLong("conversation_id")),
                ProfileId.of(row.getLong("profile_id")),
                row.getString("target_name"),
                Polarity.valueOf(row.getString("polarity")),
                row.getObject("said_at", OffsetDateTime.class).toInstant(),
                person == null ? null : PersonId.of(person),
                row.getString("person_name"),
                holding(row));
    }

    private static @Nullable Holding holding(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        return kind == null
                ? null
                : new Holding(
                        Holding.Kind.valueOf(kind),
                        row.getString("product_name"),
                        row.getObject("since", OffsetDateTime.class).toInstant(),
                        row.getObject("covered_until", LocalDate.class),
                        row.getString("order_number"),
                        row.getBoolean("is_product") ? Holding.Match.PRODUCT : Holding.Match.BRAND);
    }
}
