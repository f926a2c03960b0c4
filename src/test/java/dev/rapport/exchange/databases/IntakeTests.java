package dev.rapport.exchange.databases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.exchange.CannotSave;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntakeTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "delete from customers",
                "select 1; drop table customers",
                "select ';'",
                "update customers set name = ''",
                "selected",
                "call everything()"
            })
    void onlyOneSelectIsAQuery(String query) {
        assertThatThrownBy(() -> intake(query, "").checked())
                .isInstanceOfSatisfying(
                        CannotSave.class, cannot -> assertThat(cannot.field()).isEqualTo("query"));
    }

    @Test
    void semicolonAtItsVeryEndIsForgiven() {
        assertThat(intake(" SELECT number\nfrom customers ;\n", "").checked().query())
                .isEqualTo("SELECT number\nfrom customers");
    }

    @Test
    void rowsAreAskedForFromTheWatermarkOn() {
        Watermark from = new Watermark(CellType.NUMBER, "7", null, null);

        assertThat(intake("select 1 -- all", "").select(DatabaseKind.POSTGRESQL, from, 100))
                .isEqualTo("""
                select * from (
                select 1 -- all
                ) rows_to_bring where "changed" >= ? order by "changed" limit 100""");
        assertThat(intake("select 1", "").select(DatabaseKind.SQL_SERVER, null, 100))
                .isEqualTo("""
                select top (100) * from (
                select 1
                ) rows_to_bring where [changed] is not null order by [changed]""");
    }

    @Test
    void keyTellsWhereToGoOnAmongRowsOfOneWatermark() {
        Watermark from = new Watermark(CellType.NUMBER, "7", CellType.TEXT, "k");

        assertThat(intake("select 1", "id").select(DatabaseKind.MARIADB, from, 5))
                .contains("where (`changed` > ? or (`changed` = ? and `id` >= ?)) order by `changed`, `id` limit 5");
    }

    @Test
    void namesOfTheirsCannotLeaveTheirQuotes() {
        assertThat(DatabaseKind.POSTGRESQL.quoted("a\" or \"b")).isEqualTo("\"a\"\" or \"\"b\"");
        assertThat(DatabaseKind.MARIADB.quoted("a` or `b")).isEqualTo("`a`` or ``b`");
        assertThat(DatabaseKind.SQL_SERVER.quoted("a] or [b")).isEqualTo("[a]] or [b]");
    }

    private static Intake intake(String query, String key) {
        return new Intake("persons", Map.of(), null, query, "changed", key);
    }
}
