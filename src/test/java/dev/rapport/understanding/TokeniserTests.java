package dev.rapport.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokeniserTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', commentCharacter = '¤', quoteCharacter = '§', textBlock = """
                    I don't know                    | I don't know
                    was n't it                      | was n't it
                    the iPhone's case               | the iPhone case
                    l'iPhone n'est qu'ici           | l' iPhone n' est qu' ici
                    #AmericanAirFail                | American Air Fail
                    #ATTFail2015                    | ATT Fail 2015
                    #iPhoneRocks                    | iPhone Rocks
                    #neveragain                     | never again
                    @united: hi                     | @united : hi
                    me@mail.example                 | me @ mail . example
                    see https://t.co/ab?x now       | see https://t.co/ab?x now
                    wait... what?!                  | wait ... what ? !
                    2hrs, $2.50                     | 2 hrs , $ 2.50
                    fish &amp; chips                | fish &amp; chips
                    nice :-) 😀👍🏽                   | nice :-) 😀 👍🏽
                    10:30 :Dallas                   | 10:30 : Dallas
                    """)
    void aTextIsCut(String text, String tokens) {
        assertThat(String.join(" ", cut(text))).isEqualTo(tokens);
    }

    private static List<String> cut(String text) {
        var vocabulary = new Vocabulary.Builder();
        List.of("never", "again", ":-)", ":d", "10").forEach(vocabulary::add);
        Tokens tokens = new Tokeniser(vocabulary.build()).tokens(text);
        var cut = new ArrayList<String>();
        for (int i = 0; i < tokens.count; i++) {
            cut.add(tokens.span(i, i + 1).of(text));
        }
        return cut;
    }
}
