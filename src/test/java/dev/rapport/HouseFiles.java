package dev.rapport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The source files that the house tests walk. */
final class HouseFiles {

    static final Path JAVA = Path.of("src/main/java/dev/rapport");
    static final Path TEMPLATES = Path.of("src/main/jte");
    static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    static final Path STYLES = Path.of("src/main/resources/static/css");
    static final Path SCRIPTS = Path.of("src/main/resources/static/js");

    private HouseFiles() {}

    static List<Path> below(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The modules: folders right below the application's package. */
    static List<String> modules() {
        try (Stream<Path> folders = Files.list(JAVA)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The module a file below {@code root} belongs to. */
    static String moduleOf(Path root, Path file) {
        return root.relativize(file).getName(0).toString();
    }
}
