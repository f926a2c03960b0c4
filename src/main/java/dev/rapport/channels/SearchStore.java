package dev.rapport.channels;

import dev.rapport.channels.spi.Cursor;
import dev.rapport.channels.spi.Search;
import dev.rapport.shared.InboxId;
import dev.rapport.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The rows of saved searches. */
@Component
class SearchStore {

    private static final String COLUMNS = """
            id, inbox_id, kind, query, languages, excluded, share, daily_budget, cursor, failures, why,
            case when counted_on = current_date then taken else 0 end as taken,
            case when counted_on = current_date then passed else 0 end as passed, last_found_at
            """;

    private final Sql sql;

    SearchStore(Sql sql) {
        this.sql = sql;
    }

    /** Saves a search; one for the same is changed. */
    long save(SaveSearch save) {
        return sql.sql("""
                insert into channels.searches (inbox_id, kind, query, languages, excluded, share, daily_budget)
                values (:inbox, :kind, :query, :languages, :excluded, :share, :budget)
                on conflict (inbox_id, kind, query) do update
                set languages = excluded.languages, excluded = excluded.excluded, share = excluded.share,
                    daily_budget = excluded.daily_budget, next_run_at = now(), failures = 0, why = null
                returning id
                """)
                .param("inbox", save.inbox())
                .param("kind", save.search().kind())
                .param("query", save.search().query())
                .param("languages", save.languages().toArray(String[]::new))
                .param("excluded", save.excluded().toArray(String[]::new))
                .param("share", save.share())
                .param("budget", save.dailyBudget())
                .single(Long.class);
    }

    boolean remove(InboxId inbox, long id) {
        return sql.sql("delete from channels.searches where id = :id and inbox_id = :inbox")
                        .param("id", id)
                        .param("inbox", inbox)
                        .update()
                == 1;
    }

    List<SavedSearch> ofInbox(InboxId inbox) {
        return sql.sql("select " + COLUMNS
                        + " from channels.searches where inbox_id = :inbox order by lower(query), id")
                .param("inbox", inbox)
                .list(SearchStore::search);
    }

    List<SavedSearch> due(InboxId inbox) {
        return sql.sql("select " + COLUMNS + """
                 from channels.searches where inbox_id = :inbox and next_run_at <= now() order by next_run_at, id
                """).param("inbox", inbox).list(SearchStore::search);
    }

    Optional<SavedSearch> find(long id) {
        return sql.sql("select " + COLUMNS + " from channels.searches where id = :id")
                .param("id", id)
                .optional(SearchStore::search);
    }

    void advance(long id, Cursor cursor, int taken, int passed) {
        sql.sql("""
                update channels.searches
                set cursor = :cursor, failures = 0, why = null,
                    taken = :taken + case when counted_on = current_date then taken else 0 end,
                    passed = :passed + case when counted_on = current_date then passed else 0 end,
                    last_found_at = case when :taken > 0 then now() else last_found_at end,
                    counted_on = current_date
                where id = :id
                """)
                .param("id", id)
                .param("cursor", cursor.json())
                .param("taken", taken)
                .param("passed", passed)
                .update();
    }

    void rest(long id, Duration until) {
        sql.sql("update channels.searches set next_run_at = now() + make_interval(secs => :next) where id = :id")
                .param("id", id)
                .param("next", until.toMillis() / 1000.0)
                .update();
    }

    void fail(long id, String why, Duration next) {
        sql.sql("""
                update channels.searches
                set failures = failures + 1, why = :why, next_run_at = now() + make_interval(secs => :next) where id = :id
                """)
                .param("id", id)
                .param("why", why)
                .param("next", next.toMillis() / 1000.0)
                .update();
    }

    private static SavedSearch search(ResultSet row, int number) throws SQLException {
        String cursor = row.getString("cursor");
        return new SavedSearch(
                row.getLong("id"),
                new InboxId(row.getLong("inbox_id")),
                new Search(Search.Kind.valueOf(row.getString("kind")), row.getString("query")),
                List.of((String[]) row.getArray("languages").getArray()),
                List.of((String[]) row.getArray("excluded").getArray()),
                row.getInt("share"),
                row.getInt("daily_budget"),
                cursor == null ? null : new Cursor(cursor),
                row.getInt("failures"),
                row.getString("why"),
                row.getInt("taken"),
                row.getInt("passed"),
                Optional.ofNullable(row.getObject("last_found_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)
                        .orElse(null));
    }
}
