package dev.rapport.exchange.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.web.multipart.MultipartFile;

/** A file that a browser sent, on the disk until it is closed. */
record Received(Path path, String name) implements AutoCloseable {

    static Received of(MultipartFile file) throws IOException {
        Path path = Files.createTempFile("import-", null);
        file.transferTo(path);
        String name = file.getOriginalFilename();
        return new Received(path, name == null ? "" : name);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
