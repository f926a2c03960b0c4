package dev.rapport.demo;

import dev.rapport.exchange.Import;
import dev.rapport.exchange.ImportState;
import dev.rapport.exchange.Imports;
import dev.rapport.exchange.StartImport;
import dev.rapport.shared.UserId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Imports the world's files as a user would, and takes nothing but complete success. */
@Component
@WhenDemo
class BringsFiles {

    private final Imports imports;

    BringsFiles(Imports imports) {
        this.imports = imports;
    }

    /** Returns when every line is taken. */
    void bring(String kind, String fileName, String content, Map<String, String> options, UserId by) {
        if (content.isEmpty()) {
            return;
        }
        try {
            Path file = Files.createTempFile("demo", fileName);
            try {
                Files.writeString(file, content);
                Import done = imports.runToEnd(
                        imports.start(new StartImport(kind, file, fileName, options, by)), progress -> {});
                mustBeWhole(done);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private void mustBeWhole(Import done) {
        if (done.state() != ImportState.DONE || done.progress().refused() > 0) {
            String why = imports.refused(done.id(), 0, 3).toString();
            throw new IllegalStateException("The demo world's " + done.fileName() + " could not be brought in whole: "
                    + done.why() + " " + why);
        }
    }
}
