package dev.rapport.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The files in {@code home/keys}: without them, what is encrypted in the database cannot be read. */
record KeyFiles(Path folder) {

    List<Path> all() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Whether a key of this name is there with another content, and would be lost if it were written. */
    boolean differs(String name, byte[] content) throws IOException {
        Path file = file(name);
        return Files.exists(file) && !Arrays.equals(Files.readAllBytes(file), content);
    }

    void write(String name, byte[] content) throws IOException {
        PrivateFile.createFolder(folder);
        PrivateFile.write(file(name), content);
    }

    private Path file(String name) throws IOException {
        Path file = folder.resolve(name);
        if (!Path.of(name).equals(file.getFileName()) || name.equals("..")) {
            throw new IOException("Not a plain file name: " + name);
        }
        return file;
    }
}
