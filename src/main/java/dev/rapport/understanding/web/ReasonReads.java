package dev.rapport.understanding.web;

import dev.rapport.shared.Sql;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;

/** How often reasons were found lately. */
@Repository
class ReasonReads {

    private static final int LATELY = 10_000;

    private final Sql sql;

    ReasonReads(Sql sql) {
        this.sql = sql;
    }

    private record Times(String reason, long times) {}

    Map<String, Long> found() {
        return sql.sql("""
                select reason, count(*) as times
                from (select reason from understanding.readings order by message_id desc limit :lately) r
                where reason is not null group by reason
                """).param("lately", LATELY).list(Times.class).stream()
                .collect(Collectors.toMap(Times::reason, Times::times));
    }

    long lately() {
        return sql.sql("select count(*) from (select from understanding.readings limit :lately) r")
                .param("lately", LATELY)
                .single(Long.class);
    }
}
