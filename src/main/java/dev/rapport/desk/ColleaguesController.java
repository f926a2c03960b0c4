package dev.rapport.desk;

import dev.rapport.shared.Sql;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The names that can follow an "@" in a note, while they are typed. */
@Controller
class ColleaguesController {

    private static final int MOST = 6;

    private final Sql sql;

    ColleaguesController(Sql sql) {
        this.sql = sql;
    }

    @GetMapping("/inbox/colleagues")
    String index(@RequestParam(defaultValue = "") String begun, Model model) {
        model.addAttribute(
                "names",
                sql.sql("""
                        select key, name, team from (
                          select 'user-' || id as key, name, false as team from access.users where deactivated_at is null
                          union all
                          select 'team-' || id, name, true from access.teams
                        ) each
                        where starts_with(lower(name), :begun) or position(' ' || :begun in lower(name)) > 0
                        order by not starts_with(lower(name), :begun), team, lower(name), key limit :most
                        """)
                        .param("begun", begun.toLowerCase(Locale.ROOT))
                        .param("most", MOST)
                        .list((row, number) ->
                                new CalledName(row.getString("key"), row.getString("name"), row.getBoolean("team"))));
        return "desk/colleagues";
    }
}
