package dev.rapport.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What the world says, looked at without a database. */
class WordsTests {

    private static final Instant BEGAN = Instant.parse("2026-11-25T09:30:00Z");
    private static final int CLAUSE = 5;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’][\\p{L}\\p{N}]+)*");
    private static final Pattern UPDATE = Pattern.compile(
            "(?i)4\\.2|left (?:ear|side|cup)|update|mise à jour|gauche|links|aktualisier|one ear|firmware");
    private static final Pattern QUOTED = Pattern.compile("(?m)^>.*$");

    private final WorldFiles files = new WorldFiles(JsonMapper.builder().build());
    private final Town town = new Town(files);

    @Test
    void noTwoMessagesShareAClauseOfFiveWords() {
        Map<String, Set<String>> sayers = new HashMap<>();
        everything()
                .forEach(line -> clauses(words(line))
                        .forEach(clause -> sayers.computeIfAbsent(clause, any -> new TreeSet<>())
                                .add(Town.text(line, "id"))));

        assertThat(sayers.size()).isGreaterThan(6_000);
        assertThat(sayers.entrySet())
                .filteredOn(clause -> clause.getValue().size() > 1)
                .isEmpty();
    }

    @Test
    void fourHundredMessagesInFourCommunitiesByMailAndFaceToFace() {
        assertThat(before()).hasSize(400);
        assertThat(town.places()).hasSize(6);
        assertThat(town.places()).filteredOn(place -> place.places() != null).hasSize(4);
        assertThat(files.lines("later.ndjson")).hasSize(60);
    }

    @Test
    void theyAreSaidOverSixWeeksUntilNowAndNoAnswerBeforeItsQuestion() {
        Map<String, Instant> saidAt = new HashMap<>();
        town.places()
                .forEach(place ->
                        town.lines(place).forEach(line -> saidAt.put(Town.text(line, "id"), at(place, line))));
        List<Instant> moments = saidAt.values().stream().sorted().toList();

        assertThat(moments.getFirst()).isBetween(BEGAN.minus(Duration.ofDays(43)), BEGAN.minus(Duration.ofDays(41)));
        assertThat(moments.getLast()).isBetween(BEGAN.minus(Duration.ofHours(1)), BEGAN);
        assertThat(before())
                .filteredOn(line -> line.containsKey("in_reply_to"))
                .hasSizeGreaterThan(150)
                .allMatch(line -> isAfter(saidAt, line));
    }

    @Test
    void complaintBeginsWithOneVoiceAndSpreadsOverPlacesWithinDays() {
        List<Map<String, Object>> first = ofTheUpdate(8, 6);
        List<Map<String, Object>> later = ofTheUpdate(6, 2);

        assertThat(first.size()).isBetween(1, 4);
        assertThat(later.stream()
                        .map(line -> town.placeOf(Town.text(line, "id")))
                        .distinct())
                .hasSizeGreaterThanOrEqualTo(5);
        assertThat(later.stream().map(line -> line.get("author")).distinct().count())
                .isGreaterThan(25);
        assertThat(later).anyMatch(line -> line.containsKey("views"));
    }

    @Test
    void twoPersonsOfOneNameAndOneWithTwoPersonas() {
        assertThat(files.text("persons.csv").lines().filter(line -> line.contains(",Clara Lindner,")))
                .hasSize(2);
        List<OffsetDateTime> runs = town.lines(town.named("runners")).stream()
                .filter(line -> Town.text(line, "author").equals("tomas_l") && !line.containsKey("in_reply_to"))
                .map(line -> Ago.of(Town.text(line, "ago"), BEGAN.atZone(Voice.HOME)))
                .toList();
        assertThat(runs)
                .hasSizeGreaterThan(5)
                .allMatch(run -> run.getDayOfWeek().getValue() > 5);
        assertThat(town.lines(town.named("fediverse")))
                .filteredOn(line -> Town.text(line, "author").equals("tomaslq"))
                .hasSizeGreaterThan(7);
    }

    @Test
    void addressesAreNobodysAndEveryCustomerIsThereOnce() {
        List<String> persons = files.text("persons.csv").lines().skip(1).toList();
        assertThat(persons.stream().filter(line -> line.startsWith("10"))).hasSize(40);
        assertThat(persons.stream().map(line -> line.substring(0, line.indexOf(','))))
                .doesNotHaveDuplicates();
        String everyFile = Stream.of(
                        "persons.csv", "voices.ndjson", "messages/mail.ndjson", "later.ndjson", "staff.ndjson")
                .map(files::text)
                .collect(Collectors.joining());
        assertThat(Pattern.compile("@[\\w-]+(\\.[\\w-]+)+").matcher(everyFile).results())
                .extracting(MatchResult::group)
                .allMatch(domain -> domain.matches("@example\\.(net|org|com)|@[\\w-]+\\.example"));
    }

    @Test
    void everyoneWhoWritesBackIsWrittenToAndIsTheOneWhoAsked() {
        Map<String, Object> authors =
                before().stream().collect(Collectors.toMap(line -> Town.text(line, "id"), line -> line.get("author")));
        assertThat(files.lines("answers.ndjson"))
                .allMatch(line -> Town.text(line, "author").equals(authors.get(Town.text(line, "to"))));
    }

    @Test
    void worldIsLaidThroughFacesOnly() throws Exception {
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/dev/rapport/demo"))) {
            for (Path source : sources.toList()) {
                assertThat(Files.readString(source))
                        .as(source.toString())
                        .doesNotContain("JdbcClient", "JdbcTemplate", "shared.Sql", "java.sql", "javax.sql")
                        .doesNotContainPattern("(?i)\"\\s*(select|insert|update|delete|with)\\s");
            }
        }
    }

    private static boolean isAfter(Map<String, Instant> saidAt, Map<String, Object> line) {
        Instant asked = saidAt.getOrDefault(Town.text(line, "in_reply_to"), Instant.MAX);
        return saidAt.getOrDefault(Town.text(line, "id"), Instant.MIN).isAfter(asked);
    }

    private Instant at(Place place, Map<String, Object> line) {
        return OffsetDateTime.parse(Town.text(town.said(place, line, BEGAN), "said_at"))
                .toInstant();
    }

    private List<Map<String, Object>> before() {
        return town.places().stream()
                .flatMap(place -> town.lines(place).stream())
                .toList();
    }

    private List<Map<String, Object>> everything() {
        List<Map<String, Object>> all = new ArrayList<>(before());
        all.addAll(files.lines("later.ndjson"));
        all.addAll(files.lines("answers.ndjson"));
        return all;
    }

    /** What customers said of the broken update between so many days ago and so many. */
    private List<Map<String, Object>> ofTheUpdate(int from, int to) {
        return before().stream()
                .filter(line -> !Town.text(line, "author").equals("solvane"))
                .filter(line -> UPDATE.matcher(Town.text(line, "text")).find())
                .filter(line -> {
                    Instant said = at(town.placeOf(Town.text(line, "id")), line);
                    return said.isAfter(BEGAN.minus(Duration.ofDays(from)))
                            && said.isBefore(BEGAN.minus(Duration.ofDays(to)));
                })
                .toList();
    }

    private static List<String> words(Map<String, Object> line) {
        String text = QUOTED.matcher(Town.text(line, "text")).replaceAll("").toLowerCase(Locale.ROOT);
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    private static Set<String> clauses(List<String> words) {
        Set<String> clauses = new HashSet<>();
        for (int i = 0; i + CLAUSE <= words.size(); i++) {
            clauses.add(String.join(" ", words.subList(i, i + CLAUSE)));
        }
        return clauses;
    }
}
