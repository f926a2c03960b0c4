package dev.rapport.exchange.files;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The records of one kind of file. */
interface Records {

    @Nullable
    FileRecord next() throws IOException;

    void goTo(Position position) throws IOException;

    default @Nullable Head head() {
        return null;
    }
}
