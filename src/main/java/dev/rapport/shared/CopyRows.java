package dev.rapport.shared;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Rows for PostgreSQL's {@code COPY … FROM STDIN} in its text format: the cheapest way to write many rows at once.
 * Columns are given in order; {@link #endRow()} closes each row.
 */
public final class CopyRows {

    private final StringBuilder out = new StringBuilder(64 * 1024);
    private boolean rowOpen;
    private int rows;

    public CopyRows add(@Nullable String value) {
        separate();
        if (value == null) {
            out.append("\\N");
        } else {
            escape(value, false);
        }
        return this;
    }

    public CopyRows add(@Nullable Number value) {
        separate();
        out.append(value == null ? "\\N" : value.toString());
        return this;
    }

    public CopyRows add(long value) {
        separate();
        out.append(value);
        return this;
    }

    public CopyRows add(boolean value) {
        separate();
        out.append(value ? 't' : 'f');
        return this;
    }

    public CopyRows add(@Nullable Instant value) {
        return add(value == null ? null : value.toString());
    }

    public CopyRows add(@Nullable Enum<?> value) {
        return add(value == null ? null : value.name());
    }

    /** A {@code text[]} column. */
    public CopyRows addTexts(Collection<String> values) {
        separate();
        out.append('{');
        boolean first = true;
        for (String value : values) {
            out.append(first ? "\"" : ",\"");
            escape(value, true);
            out.append('"');
            first = false;
        }
        out.append('}');
        return this;
    }

    /** An {@code int[]} column. */
    public CopyRows addInts(int... values) {
        separate();
        out.append('{');
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                out.append(',');
            }
            out.append(values[i]);
        }
        out.append('}');
        return this;
    }

    public void endRow() {
        out.append('\n');
        rowOpen = false;
        rows++;
    }

    public int rows() {
        return rows;
    }

    /**
     * Writes all rows within the connection's transaction.
     *
     * @param statement {@code copy schema.table (columns) from stdin}
     */
    public void write(Connection connection, String statement) throws SQLException {
        if (rows == 0) {
            return;
        }
        byte[] bytes = out.toString().getBytes(StandardCharsets.UTF_8);
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(statement, new java.io.ByteArrayInputStream(bytes), 256 * 1024);
        } catch (IOException e) {
            throw new SQLException("The rows could not be sent to the database.", e);
        }
    }

    private void separate() {
        if (rowOpen) {
            out.append('\t');
        }
        rowOpen = true;
    }

    /** Backslash escapes of the COPY format; inside an array literal quotes and backslashes are escaped once more. */
    private void escape(String value, boolean inArray) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\0' -> {}
                case '\\' -> out.append(inArray ? "\\\\\\\\" : "\\\\");
                case '"' -> out.append(inArray ? "\\\\\"" : "\"");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> appendWhole(value, i, c);
            }
        }
    }

    /** Half a surrogate pair cannot be encoded as UTF-8; it becomes the replacement character. */
    private void appendWhole(String value, int at, char c) {
        boolean high = Character.isHighSurrogate(c);
        boolean paired = high
                ? at + 1 < value.length() && Character.isLowSurrogate(value.charAt(at + 1))
                : !Character.isLowSurrogate(c) || (at > 0 && Character.isHighSurrogate(value.charAt(at - 1)));
        out.append(paired ? c : '\uFFFD');
    }
}
