package dev.rapport.conversations;

import dev.rapport.exchange.spi.ExportSource;
import dev.rapport.shared.Sql;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Every profile that is not our own, in the form it is imported in. */
@Component
class ProfilesSource implements ExportSource {

    private static final int PAGE = 1_000;

    private final Sql sql;

    ProfilesSource(Sql sql) {
        this.sql = sql;
    }

    @Override
    public String kind() {
        return "profiles";
    }

    @Override
    public List<String> fields() {
        return List.of(
                "network",
                "author_id",
                "handle",
                "display_name",
                "bio",
                "location",
                "website",
                "verified",
                "followers");
    }

    @Override
    @Transactional(readOnly = true)
    public void each(Consumer<Map<String, Object>> row) {
        long after = 0;
        for (List<Row> page = page(after); !page.isEmpty(); page = page(after)) {
            page.forEach(one -> row.accept(one.values()));
            after = page.getLast().id();
        }
    }

    private List<Row> page(long after) {
        return sql.sql("""
                select id, network, case when provisional then null else author_key end as author_id, handle,
                  name as display_name, bio, location, website, verified, followers
                from conversations.profiles where id > :after and side <> 'US' order by id limit :page
                """).param("after", after).param("page", PAGE).list(Row.class);
    }

    private record Row(
            long id,
            String network,
            @Nullable String authorId,
            @Nullable String handle,
            @Nullable String displayName,
            @Nullable String bio,
            @Nullable String location,
            @Nullable String website,
            boolean verified,
            @Nullable Integer followers) {

        Map<String, Object> values() {
            Map<String, Object> values = new LinkedHashMap<>();
            put(values, "network", network);
            put(values, "author_id", authorId);
            put(values, "handle", handle);
            put(values, "display_name", displayName);
            put(values, "bio", bio);
            put(values, "location", location);
            put(values, "website", website);
            put(values, "verified", verified ? true : null);
            put(values, "followers", followers);
            return values;
        }

        private static void put(Map<String, Object> values, String field, @Nullable Object value) {
            if (value != null) {
                values.put(field, value);
            }
        }
    }
}
