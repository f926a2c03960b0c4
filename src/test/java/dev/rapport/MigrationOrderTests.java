package dev.rapport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The list from which a start knows whose migrations there are; without it every start would scan all classes. */
class MigrationOrderTests {

    private static final Path LIST = Path.of("src/main/resources/META-INF/spring-modulith/application-modules.json");
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    @Test
    void everyModuleWithMigrationsIsListed() throws IOException {
        List<String> listed = List.copyOf(
                JsonMapper.builder().build().readTree(Files.readString(LIST)).propertyNames());
        try (Stream<Path> folders = Files.list(MIGRATIONS)) {
            assertThat(listed)
                    .containsExactlyInAnyOrderElementsOf(
                            folders.map(folder -> folder.getFileName().toString())
                                    .filter(name -> !name.equals("__root"))
                                    .toList());
        }
    }
}
