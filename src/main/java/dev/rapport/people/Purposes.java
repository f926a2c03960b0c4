package dev.rapport.people;

import dev.rapport.access.Audit;
import dev.rapport.shared.Sql;
import dev.rapport.shared.UserId;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the knowledge of who speaks may be used for. Where care is switched off, nobody is linked or asked about by evidence;
 * where research is, what leaves for it names nobody. Nothing here uses it for marketing.
 */
@Service
@Transactional
public class Purposes {

    private record Row(Purpose purpose, boolean isOn) {}

    private final Sql sql;
    private final Audit audit;
    private final Clock clock;

    Purposes(Sql sql, Audit audit, Clock clock) {
        this.sql = sql;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public boolean isOn(Purpose purpose) {
        return sql.sql("select is_on from people.purposes where purpose = :purpose")
                .param("purpose", purpose)
                .optional(Boolean.class)
                .orElse(true);
    }

    /** All that can be switched. */
    @Transactional(readOnly = true)
    public Map<Purpose, Boolean> all() {
        Map<Purpose, Boolean> all = new EnumMap<>(Purpose.class);
        all.put(Purpose.CARE, true);
        all.put(Purpose.RESEARCH, true);
        sql.sql("select purpose, is_on from people.purposes")
                .list(Row.class)
                .forEach(row -> all.put(row.purpose(), row.isOn()));
        return all;
    }

    /** Switches one; links that stand stay, each can be taken back. */
    public void set(Purpose purpose, boolean isOn, UserId by) {
        sql.sql("""
                        insert into people.purposes (purpose, is_on, changed_by, changed_at) values (:purpose, :isOn, :by, :now)
                        on conflict (purpose) do update set is_on = excluded.is_on, changed_by = excluded.changed_by,
                          changed_at = excluded.changed_at
                        """)
                .param("purpose", purpose)
                .param("isOn", isOn)
                .param("by", by)
                .param("now", clock.instant())
                .update();
        audit.record("linking." + (isOn ? "on" : "off"), "purpose", purpose.name(), Map.of());
    }
}
