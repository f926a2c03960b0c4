package dev.rapport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the walls between packages cannot check: names, files, templates, SQL, and that the map tells the truth. */
class HouseTests {

    private static final Pattern UNWANTED_NAME = Pattern.compile(
            "(Abstract|Base)[A-Z]\\w*|\\w+(Impl|Manager|Helper|Utils?|Dto|DTO|Entity|Mapper|Processor|Service)");
    private static final Pattern TEXT_BLOCK =
            Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);
    private static final Pattern DEPENDENCIES =
            Pattern.compile("allowedDependencies\\s*=\\s*\\{([^}]*)\\}", Pattern.DOTALL);
    private static final Set<String> TOP = Set.of("desk", "cli", "bench", "demo");

    @Test
    void classesAreNamedByWhatTheyAre() {
        assertThat(HouseFiles.below(HouseFiles.JAVA, ".java"))
                .extracting(file -> file.getFileName().toString().replace(".java", ""))
                .filteredOn(name -> UNWANTED_NAME.matcher(name).matches())
                .isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIsAndIsNullMarked() {
        Set<Path> packages = new TreeSet<>();
        HouseFiles.below(HouseFiles.JAVA, ".java").forEach(file -> packages.add(file.getParent()));
        assertThat(packages).allSatisfy(folder -> {
            Path info = folder.resolve("package-info.java");
            assertThat(info).exists();
            assertThat(HouseFiles.read(info)).contains("@NullMarked").contains("/**");
        });
    }

    /** A package-info among the tests would hide the one of the same package that declares the module. */
    @Test
    void testsDoNotHideWhatAPackageDeclares() {
        Path tests = Path.of("src/test/java/dev/rapport");
        assertThat(HouseFiles.below(tests, "package-info.java"))
                .noneMatch(file -> Files.exists(HouseFiles.JAVA.resolve(tests.relativize(file))));
    }

    @Test
    void modulesBelowTheTopDeclareWhatTheyLeanOn() {
        assertThat(HouseFiles.modules())
                .filteredOn(module -> !TOP.contains(module))
                .allSatisfy(module -> assertThat(
                                HouseFiles.read(HouseFiles.JAVA.resolve(module).resolve("package-info.java")))
                        .contains("@ApplicationModule(")
                        .contains("allowedDependencies"));
    }

    @Test
    void mapOfTheModulesTellsWhatTheyDeclare() {
        Map<String, Set<String>> drawn = new TreeMap<>();
        Pattern.compile("^\\| `(\\w+)` \\|[^|]*\\|([^|]*)\\|$", Pattern.MULTILINE)
                .matcher(HouseFiles.read(Path.of("ARCHITECTURE.md")))
                .results()
                .forEach(row -> drawn.put(row.group(1), names(row.group(2), "`([^`]+)`")));
        Map<String, Set<String>> declared = new TreeMap<>();
        HouseFiles.modules().stream()
                .filter(module -> !TOP.contains(module))
                .forEach(module -> declared.put(module, declared(module)));

        assertThat(drawn).isEqualTo(declared);
    }

    @Test
    void tablesStandInTheSchemaOfTheirModule() {
        List<String> offences = new ArrayList<>();
        for (Path file : HouseFiles.below(HouseFiles.MIGRATIONS, ".sql")) {
            String module = HouseFiles.moduleOf(HouseFiles.MIGRATIONS, file);
            String sql = HouseFiles.read(file).replaceAll("--.*", "").replaceAll("'[^']*'", "''");
            Set<String> named = names(sql, "\\b(" + String.join("|", HouseFiles.modules()) + ")\\.[a-z_]+");
            named.remove(module);
            named.forEach(foreign -> offences.add(file + " names " + foreign));
        }
        assertThat(offences).isEmpty();
    }

    @Test
    void queriesReadOnlyWhatTheirModuleMayLeanOn() {
        List<String> modules = HouseFiles.modules();
        Pattern table = Pattern.compile(
                "\\b(?:from|join|into|update|copy|table)\\s+(" + String.join("|", modules) + ")\\.[a-z_]+",
                Pattern.CASE_INSENSITIVE);
        List<String> offences = new ArrayList<>();
        for (Path file : HouseFiles.below(HouseFiles.JAVA, ".java")) {
            String module = HouseFiles.moduleOf(HouseFiles.JAVA, file);
            if (modules.contains(module) && !TOP.contains(module)) {
                Set<String> read = schemasRead(file, table);
                read.remove(module);
                read.removeAll(declared(module));
                read.forEach(foreign -> offences.add(file + " reads " + foreign));
            }
        }
        assertThat(offences).isEmpty();
    }

    @Test
    void onlyPeopleKnowsPersons() {
        assertThat(HouseFiles.below(HouseFiles.MIGRATIONS, ".sql").stream()
                        .filter(file -> !HouseFiles.moduleOf(HouseFiles.MIGRATIONS, file)
                                .equals("people")))
                .noneMatch(file -> HouseFiles.read(file).matches("(?s).*\\bperson_id\\b.*"));
    }

    @Test
    void nothingIsKeptPerTenant() {
        assertThat(HouseFiles.below(HouseFiles.MIGRATIONS, ".sql"))
                .noneMatch(file -> HouseFiles.read(file).matches("(?s).*\\b(tenant|workspace|organisation)_id\\b.*"));
    }

    @Test
    void templatesPutNoValuesWhereEscapingDoesNotProtect() {
        Pattern unwanted =
                Pattern.compile("hx-on|hx-vals|\\sstyle=|\\son[a-z]+=\"|<script(?![^>]*\\ssrc=)|javascript:|\\$unsafe");
        assertThat(offences(HouseFiles.TEMPLATES, ".jte", unwanted)).isEmpty();
    }

    @Test
    void coloursComeFromTokensOnly() {
        Pattern colour = Pattern.compile("#[0-9a-fA-F]{3,8}\\b(?=\\s*[;,)])|\\b(?:rgba?|hsla?|oklch)\\(");
        assertThat(offences(HouseFiles.STYLES, ".css", colour))
                .filteredOn(offence -> !offence.contains("tokens.css"))
                .isEmpty();
    }

    @Test
    void styleSheetsAreAllInTheLayers() {
        String layers = HouseFiles.read(HouseFiles.STYLES.resolve("layers.css"));
        assertThat(HouseFiles.below(HouseFiles.STYLES, ".css"))
                .filteredOn(file -> !file.endsWith("layers.css"))
                .allMatch(file -> layers.contains(file.getFileName().toString()));
    }

    @Test
    void decisionsAreNumberedOnceAndHaveTheirFourParts() {
        List<Path> decisions = HouseFiles.below(Path.of("docs/decisions"), ".md");
        assertThat(decisions.stream().map(file -> file.getFileName().toString().substring(0, 4)))
                .isNotEmpty()
                .doesNotHaveDuplicates();
        assertThat(decisions)
                .allSatisfy(file -> assertThat(HouseFiles.read(file).toLowerCase(Locale.ROOT))
                        .as("%s", file)
                        .contains("context", "decision", "consequences", "status"));
    }

    @Test
    void linksBetweenDocumentsLeadSomewhere() {
        Stream<Path> documents = Stream.concat(
                HouseFiles.below(Path.of("docs"), ".md").stream(),
                Stream.of("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "STYLE.md", "SECURITY.md", "CHANGELOG.md")
                        .map(Path::of));
        assertThat(documents)
                .allSatisfy(file -> Pattern.compile("\\]\\((?!https?:|#|mailto:)([^)#]+)")
                        .matcher(HouseFiles.read(file))
                        .results()
                        .map(link -> link.group(1))
                        .forEach(link -> {
                            Path folder = file.getParent() == null ? Path.of("") : file.getParent();
                            assertThat(Files.exists(folder.resolve(link)))
                                    .as("%s links to %s", file, link)
                                    .isTrue();
                        }));
    }

    private static List<String> offences(Path folder, String ending, Pattern unwanted) {
        List<Path> files = HouseFiles.below(folder, ending);
        assertThat(files).isNotEmpty();
        return files.stream()
                .flatMap(file -> unwanted.matcher(HouseFiles.read(file))
                        .results()
                        .map(found -> file + ": " + found.group().strip()))
                .toList();
    }

    private static Set<String> schemasRead(Path file, Pattern table) {
        Set<String> read = new TreeSet<>();
        TEXT_BLOCK
                .matcher(HouseFiles.read(file))
                .results()
                .forEach(text -> table.matcher(text.group())
                        .results()
                        .forEach(found -> read.add(found.group(1).toLowerCase(Locale.ROOT))));
        return read;
    }

    private static Set<String> declared(String module) {
        String info = HouseFiles.read(HouseFiles.JAVA.resolve(module).resolve("package-info.java"));
        Set<String> found = new TreeSet<>();
        DEPENDENCIES.matcher(info).results().forEach(match -> found.addAll(names(match.group(1), "\"([^\"]+)\"")));
        return found;
    }

    private static Set<String> names(String text, String pattern) {
        Set<String> found = new TreeSet<>();
        Pattern.compile(pattern).matcher(text).results().forEach(match -> found.add(match.group(1)));
        return found;
    }
}
