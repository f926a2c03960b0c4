package dev.rapport.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhrasesTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', commentCharacter = '¤', nullValues = "-", textBlock = """
                    on hold            | we are on hold now          | on hold
                    on hold            | hold on                     | -
                    lost my/our bag    | they lost our bag           | lost our bag
                    not a? good        | not good                    | not good
                    not a? good        | not a good                  | not a good
                    hold for #         | hold for 20 minutes         | hold for 20
                    waited ~ days      | waited for all of days      | waited for all of days
                    waited ~ days      | waited and then for five long days | -
                    waited ~ days      | waited. days                | -
                    ^ how              | hi. How are you             | How
                    ^ how              | tell me how                 | -
                    can't              | I can't                     | can't
                    """)
    void aPatternIsFound(String pattern, String text, String found) {
        assertThat(find(pattern, text)).isEqualTo(found == null ? List.of() : List.of(found));
    }

    private static List<String> find(String pattern, String text) {
        var vocabulary = new Vocabulary.Builder();
        var builder = new Phrases.Builder(vocabulary);
        builder.add(pattern, 0);
        Phrases phrases = builder.build();
        Tokens tokens = new Tokeniser(vocabulary.build()).tokens(text);
        var found = new ArrayList<String>();
        phrases.find(
                tokens,
                (number, first, end) -> found.add(tokens.span(first, end).of(text)));
        return found;
    }
}
