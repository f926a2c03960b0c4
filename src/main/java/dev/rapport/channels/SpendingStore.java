package dev.rapport.channels;

import dev.rapport.channels.spi.Spending;
import dev.rapport.shared.InboxId;
import dev.rapport.shared.Sql;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** What inboxes spent today, of whatever their places charge for. */
@Component
class SpendingStore {

    private final Sql sql;

    SpendingStore(Sql sql) {
        this.sql = sql;
    }

    Spending of(InboxId inbox) {
        return new Spending() {
            @Override
            public int spent(String what, LocalDate day) {
                return SpendingStore.this.spent(inbox, what, day);
            }

            @Override
            public void spend(String what, LocalDate day, int units) {
                SpendingStore.this.spend(inbox, what, day, units);
            }
        };
    }

    private int spent(InboxId inbox, String what, LocalDate day) {
        return sql.sql("""
                select units from channels.spendings where inbox_id = :inbox and what = :what and day = :day
                """)
                .param("inbox", inbox)
                .param("what", what)
                .param("day", day)
                .optional(Integer.class)
                .orElse(0);
    }

    private void spend(InboxId inbox, String what, LocalDate day, int units) {
        sql.sql("""
                insert into channels.spendings (inbox_id, what, day, units) values (:inbox, :what, :day, :units)
                on conflict (inbox_id, what) do update
                set day = excluded.day,
                    units = excluded.units + case when spendings.day = excluded.day then spendings.units else 0 end
                where spendings.day <= excluded.day
                """)
                .param("inbox", inbox)
                .param("what", what)
                .param("day", day)
                .param("units", units)
                .update();
    }
}
