package dev.rapport.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PatternSyntaxTests {

    @Test
    void everyShippedPatternIsSound() {
        assertThat(CarePatterns.defaults().patterns())
                .isNotEmpty()
                .filteredOn(pattern -> pattern.pattern().length() <= PatternSyntax.LONGEST)
                .allSatisfy(pattern ->
                        assertThat(PatternSyntax.problems(pattern.pattern())).doesNotContain("wide"));
    }

    @Test
    void patternThatBeginsOrEndsAnywhereIsRefused() {
        assertThat(PatternSyntax.problems("~ bag")).containsExactly("gap");
        assertThat(PatternSyntax.problems("lost ~")).containsExactly("gap");
        assertThat(PatternSyntax.problems("^ #")).containsExactly("gap");
        assertThat(PatternSyntax.problems("# hours")).isEmpty();
        assertThat(PatternSyntax.problems("on hold for #")).isEmpty();
    }

    @Test
    void alternativesMayNotMultiplyWithoutEnd() {
        assertThat(PatternSyntax.problems("a/b ".repeat(40))).contains("wide");
        assertThat(PatternSyntax.problems("a? ".repeat(40))).contains("wide");
        assertThat(PatternSyntax.problems("a/b ".repeat(10))).isEmpty();
    }
}
