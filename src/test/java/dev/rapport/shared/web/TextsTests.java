package dev.rapport.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTests {

    /** A key written out in a template; those put together from parts end in a dot. */
    private static final Pattern KEY = Pattern.compile("ui\\.t\\(\"([a-z][\\w.-]*\\w)\"");

    private final Texts texts = new Texts();

    @Test
    void everyLanguageSaysTheSameThings() {
        assertThat(texts.keys(Locale.FRENCH)).containsExactlyInAnyOrderElementsOf(texts.keys(Locale.ENGLISH));
    }

    @Test
    void everyKeyInATemplateHasAText() throws IOException {
        assertThat(texts.keys(Locale.ENGLISH)).containsAll(keysInTemplates());
    }

    /** A straight apostrophe is an escape to {@link java.text.MessageFormat} and would vanish. */
    @Test
    void textsUseTypographicApostrophes() {
        for (Locale language : texts.languages()) {
            assertThat(texts.keys(language))
                    .allSatisfy(key -> assertThat(texts.text(language, key)).doesNotContain("'"));
        }
    }

    @Test
    void unknownKeyShowsItself() {
        assertThat(texts.text(Locale.ENGLISH, "no.such.key")).isEqualTo("no.such.key");
    }

    @Test
    void otherLanguageReadsEnglish() {
        assertThat(texts.text(Locale.JAPANESE, "nav.inbox")).isEqualTo("Inbox");
    }

    @Test
    void rightToLeftNameIsIsolated() {
        assertThat(texts.text(Locale.ENGLISH, "time.at", "يوسف", "12")).isEqualTo("\u2068يوسف\u2069, 12");
    }

    private static List<String> keysInTemplates() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/jte"))) {
            return files.filter(Files::isRegularFile).flatMap(TextsTests::keys).toList();
        }
    }

    private static Stream<String> keys(Path template) {
        try {
            return KEY.matcher(Files.readString(template))
                    .results()
                    .map(MatchResult::group)
                    .map(TextsTests::bare);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String bare(String call) {
        return call.substring("ui.t(\"".length(), call.length() - 1);
    }
}
