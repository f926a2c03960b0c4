package dev.rapport.exchange.databases;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a column of theirs holds, and how it is written as text: days and moments as ISO 8601, lists with {@code |} between. */
enum CellType {
    NUMBER,
    TRUTH,
    DAY,
    /** Day and time without a zone. */
    TIME,
    MOMENT,
    TEXT,
    LIST,
    /** Not text; left out. */
    BYTES;

    private static final int SQL_SERVER_MOMENT = -155;

    static CellType of(int type, String typeName) {
        return switch (type) {
            case Types.TINYINT,
                    Types.SMALLINT,
                    Types.INTEGER,
                    Types.BIGINT,
                    Types.NUMERIC,
                    Types.DECIMAL,
                    Types.REAL,
                    Types.FLOAT,
                    Types.DOUBLE -> NUMBER;
            case Types.BIT, Types.BOOLEAN -> TRUTH;
            case Types.DATE -> DAY;
            case Types.TIMESTAMP -> typeName.equalsIgnoreCase("timestamptz") ? MOMENT : TIME;
            case Types.TIMESTAMP_WITH_TIMEZONE, SQL_SERVER_MOMENT -> MOMENT;
            case Types.ARRAY -> LIST;
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> BYTES;
            default -> TEXT;
        };
    }

    /** Whether rows can be put into an order by it that is the same each time. */
    boolean isOrdered() {
        return this != TRUTH && this != LIST && this != BYTES;
    }

    @Nullable
    String read(ResultSet row, int column) throws SQLException {
        return switch (this) {
            case NUMBER, TEXT -> row.getString(column);
            case TRUTH -> {
                boolean isTrue = row.getBoolean(column);
                yield row.wasNull() ? null : Boolean.toString(isTrue);
            }
            case DAY -> said(row.getObject(column, LocalDate.class));
            case TIME -> {
                LocalDateTime time = row.getObject(column, LocalDateTime.class);
                yield time == null ? null : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
            }
            case MOMENT -> {
                OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
                yield at == null ? null : at.toInstant().toString();
            }
            case LIST -> list(row.getArray(column));
            case BYTES -> null;
        };
    }

    /**
     * Fills a parameter; empty is nothing.
     *
     * @throws IllegalArgumentException when the text is none of this type
     */
    void write(PreparedStatement statement, int parameter, String text) throws SQLException {
        try {
            switch (this) {
                case NUMBER -> statement.setBigDecimal(parameter, new BigDecimal(text.strip()));
                case TRUTH -> statement.setBoolean(parameter, truth(text.strip()));
                case DAY -> statement.setObject(parameter, time(text).toLocalDate());
                case TIME -> statement.setObject(parameter, time(text));
                case MOMENT -> statement.setObject(parameter, time(text).atOffset(ZoneOffset.UTC));
                case TEXT, LIST, BYTES -> statement.setString(parameter, text);
            }
        } catch (NumberFormatException | DateTimeParseException unfit) {
            throw new IllegalArgumentException(unfit);
        }
    }

    private static boolean truth(String text) {
        return switch (text) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    /** A moment becomes the time in UTC, a day its beginning. */
    private static LocalDateTime time(String text) {
        String iso = text.strip();
        if (iso.indexOf('T') < 0) {
            return LocalDate.parse(iso).atStartOfDay();
        }
        return iso.endsWith("Z")
                ? LocalDateTime.ofInstant(Instant.parse(iso), ZoneOffset.UTC)
                : LocalDateTime.parse(iso);
    }

    private static @Nullable String said(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static @Nullable String list(@Nullable Array many) throws SQLException {
        return many == null
                ? null
                : Arrays.stream((Object[]) many.getArray())
                        .filter(Objects::nonNull)
                        .map(Object::toString)
                        .collect(Collectors.joining("|"));
    }
}
