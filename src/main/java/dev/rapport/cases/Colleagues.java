package dev.rapport.cases;

import dev.rapport.shared.Sql;
import dev.rapport.shared.TeamId;
import dev.rapport.shared.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Who works here, as far as giving work and calling somebody by {@code @name} needs it. */
@Component
class Colleagues {

    private record Named(String name, Long id) {}

    private final Sql sql;

    Colleagues(Sql sql) {
        this.sql = sql;
    }

    void mustAnswer(UserId user) {
        boolean answers = sql.sql("select exists (select 1 from access.users where id = :user and role <> 'VIEWER')")
                .param("user", user)
                .single(Boolean.class);
        if (!answers) {
            throw new CannotChange(CannotChange.Why.NO_SUCH_USER);
        }
    }

    void mustBeTeam(TeamId team) {
        boolean exists = sql.sql("select exists (select 1 from access.teams where id = :team)")
                .param("team", team)
                .single(Boolean.class);
        if (!exists) {
            throw new CannotChange(CannotChange.Why.NO_SUCH_TEAM);
        }
    }

    /** Those called by {@code @} and their name, or their team's; each once, by their number. */
    List<UserId> calledIn(String words) {
        String folded = words.toLowerCase(Locale.ROOT);
        if (folded.indexOf('@') < 0) {
            return List.of();
        }
        List<Named> names = sql.sql("""
                        select name, id from access.users
                        union all
                        select t.name, m.user_id from access.teams t join access.team_members m on m.team_id = t.id
                        """).list(Named.class);
        TreeSet<Long> called = new TreeSet<>();
        names.stream().filter(each -> isCalled(folded, each.name())).forEach(each -> called.add(each.id()));
        return new ArrayList<>(called.stream().map(UserId::of).toList());
    }

    /** By the whole name, or by the first word of it. */
    static boolean isCalled(String folded, String name) {
        String whole = "@" + name.toLowerCase(Locale.ROOT);
        String first = whole.split("\\s", 2)[0];
        return holds(folded, whole) || holds(folded, first);
    }

    private static boolean holds(String folded, String called) {
        for (int at = folded.indexOf(called); at >= 0; at = folded.indexOf(called, at + 1)) {
            int end = at + called.length();
            if (end == folded.length() || !Character.isLetterOrDigit(folded.codePointAt(end))) {
                return true;
            }
        }
        return false;
    }
}
