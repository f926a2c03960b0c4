package dev.rapport.people;

import dev.rapport.access.Audit;
import dev.rapport.shared.ProfileId;
import dev.rapport.shared.Sql;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Profiles of organisations and programs. Nobody is looked for behind them: what evidence linked or proposed is withdrawn, what
 * a person decided stays.
 */
@Service
@Transactional
public class Natures {

    private static final String VOICE =
            "coalesce((select voice_id from people.voices where profile_id = :profile), :profile)";

    private final Sql sql;
    private final Lookups lookups;
    private final Audit audit;
    private final Clock clock;

    Natures(Sql sql, Lookups lookups, Audit audit, Clock clock) {
        this.sql = sql;
        this.lookups = lookups;
        this.audit = audit;
        this.clock = clock;
    }

    /** Marks a profile; marked already, it gets the other nature. */
    public void mark(MarkProfile command) {
        sql.sql("""
                insert into people.natures (profile_id, nature, marked_by, marked_at) values (%s, :nature, :by, :now)
                on conflict (profile_id) do update
                set nature = excluded.nature, marked_by = excluded.marked_by, marked_at = excluded.marked_at
                """.formatted(VOICE))
                .param("profile", command.profile())
                .param("nature", command.nature())
                .param("by", command.by())
                .param("now", clock.instant())
                .update();
        changed(
                "profile.marked",
                command.profile(),
                Map.of("nature", command.nature().name()));
    }

    /** Takes the mark back: who speaks is looked for again. Nothing happens to a profile without one. */
    public void unmark(ProfileId profile) {
        int there = sql.sql("delete from people.natures where profile_id = " + VOICE)
                .param("profile", profile)
                .update();
        if (there > 0) {
            changed("profile.unmarked", profile, Map.of());
        }
    }

    /** What somebody said of a profile. */
    @Transactional(readOnly = true)
    public Optional<Nature> of(ProfileId profile) {
        return sql.sql("select nature from people.natures where profile_id = " + VOICE)
                .param("profile", profile)
                .optional(Nature.class);
    }

    private void changed(String action, ProfileId profile, Map<String, String> facts) {
        audit.record(action, "profile", profile, facts);
        lookups.due(List.of(profile));
    }
}
