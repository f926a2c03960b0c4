package dev.rapport.channels.paging;

import dev.rapport.channels.spi.Cursor;
import dev.rapport.channels.spi.Fault;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Cursors that are records, written as JSON. */
public final class Cursors {

    private Cursors() {}

    /** What a cursor says; {@code start} when there is none yet. */
    public static <T> T read(@Nullable Cursor cursor, Class<T> type, T start) {
        return cursor == null ? start : read(cursor, type);
    }

    /** @throws Fault.Broken when somebody else wrote it */
    public static <T> T read(Cursor cursor, Class<T> type) {
        try {
            return JsonMapper.shared().readValue(cursor.json(), type);
        } catch (JacksonException e) {
            throw new Fault.Broken("The place it was read up to cannot be understood: " + cursor, e);
        }
    }

    public static Cursor of(Record read) {
        return new Cursor(JsonMapper.shared().writeValueAsString(read));
    }
}
