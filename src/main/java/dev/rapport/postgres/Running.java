package dev.rapport.postgres;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** Who serves a home: the owning process, the port of its database. Kept in a file while it does. */
record Running(long owner, int port) {

    /** What the file says, or empty when there is none or it makes no sense. */
    static Optional<Running> readFrom(Path file) {
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            lines.load(reader);
            return Optional.of(new Running(
                    Long.parseLong(lines.getProperty("owner")), Integer.parseInt(lines.getProperty("port"))));
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    void writeTo(Path file) throws IOException {
        Properties lines = new Properties();
        lines.setProperty("owner", Long.toString(owner));
        lines.setProperty("port", Integer.toString(port));
        StringWriter text = new StringWriter();
        lines.store(text, "The process that serves this home and its database's port");
        PrivateFile.write(file, text.toString());
    }
}
