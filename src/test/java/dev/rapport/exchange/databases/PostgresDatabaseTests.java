package dev.rapport.exchange.databases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.postgres.DatabaseConnection;
import dev.rapport.postgres.TestServer;
import dev.rapport.shared.UserId;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The contract against PostgreSQL, and what only PostgreSQL has. */
class PostgresDatabaseTests extends DatabaseContract {

    private static final TheirDatabase THEIRS = theirs(TestServer.newDatabase());

    @Override
    TheirDatabase theirs() {
        return THEIRS;
    }

    @Test
    void everyTypeIsWrittenAsItIsMeant() throws Exception {
        theirs().run("drop table if exists types");
        theirs().run("""
                create table types (id bigint, price numeric(10, 2), is_on boolean, tags text[], raw bytea, key uuid,
                  seen timestamptz, local timestamp, told text)
                """);
        theirs().run("""
                insert into types values (1, 12.50, true, '{a,b}', 'x', '00000000-0000-0000-0000-000000000001',
                  '2026-03-01 12:00:00+02', '2026-03-01 12:00:00', E'two\\nlines, "quoted"')
                """);
        Intake intake = new Intake(
                "persons", Map.of("source", "types"), null, "select * from types -- and no more", "seen", "");

        Look look = firstRows.at(connected(), intake, new UserId(1));

        assertThat(look.columns()).containsExactly("id", "price", "is_on", "tags", "key", "seen", "local", "told");
        assertThat(look.rows())
                .containsExactly(List.of(
                        "1",
                        "12.50",
                        "true",
                        "a|b",
                        "00000000-0000-0000-0000-000000000001",
                        "2026-03-01T10:00:00Z",
                        "2026-03-01T12:00:00",
                        "two\nlines, \"quoted\""));
    }

    @Test
    void passwordStandsNowhere() {
        Database there = connected();
        ConnectDatabase secret = theirs().withPassword("a name", "open sesame");

        assertThat(sql.sql("select * from exchange.databases d where id = :id and d::text like '%' || :password || '%'")
                        .param("id", there.id())
                        .param("password", theirs().password())
                        .list((row, number) -> ""))
                .isEmpty();
        assertThat(secret.toString()).doesNotContain("sesame");
        assertThat(there.asConnected().password()).isEmpty();
    }

    private static TheirDatabase theirs(DatabaseConnection one) {
        URI address = URI.create(one.url().replaceFirst("^jdbc:", ""));
        return new TheirDatabase(
                DatabaseKind.POSTGRESQL,
                address.getHost(),
                address.getPort(),
                address.getPath().substring(1),
                one.user(),
                one.password());
    }
}
