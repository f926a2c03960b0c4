package dev.rapport.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpinionsTests {

    private static final Reader PHONES = Cast.phones();
    private static final Reader AIRLINES = Cast.airlines();

    @ParameterizedTest
    @CsvSource(delimiter = '|', commentCharacter = '¤', quoteCharacter = '§', textBlock = """
                    love iphone but the service with AT&T sucks          | iPhone+, AT&T/1-
                    Love my iPhone, hate AT& T                           | iPhone+, AT&T-
                    The iPhone is great and the iPad is terrible         | iPhone+, iPad-
                    the iphone and the ipad are both wonderful           | iPhone+, iPad+
                    I adore my iPad                                      | iPad+
                    My iPhone is not good                                | iPhone-
                    the iPad never disappoints                           | iPad+
                    AT&T has no problems here                            | AT&T+
                    Although the iPhone is expensive, I love the iPad    | iPhone-, iPad+
                    The Galaxy is awful; the iPhone is a joy             | Galaxy S5-, iPhone+
                    iPhone is better than Galaxy                         | iPhone+, Galaxy S5-
                    the Galaxy is much worse than the iPhone             | Galaxy S5-, iPhone+
                    I prefer Verizon to AT&T                             | Verizon+, AT&T-
                    The battery of my iPhone is terrible                 | iPhone/2-
                    iPhone: great battery, awful price                   | iPhone/2+, iPhone/3-
                    The battery life on the Galaxy S5 is fantastic       | Galaxy S5/2+
                    Bought an iPhone yesterday                           | iPhone0
                    T-Mobile support is useless                          | T-Mobile/1-
                    TMobile rocks                                        | T-Mobile+
                    my iphones are amazing                               | iPhone+
                    Verizan is horrible                                  | Verizon-
                    Verizno is horrible                                  | Verizon-
                    #VerizonFail worst company                           | Verizon-
                    #iPhoneRocks                                         | iPhone+
                    Apple is the best                                    | Apple+
                    still waiting for my iPad after 3 weeks              | iPad-
                    AT&T charged me twice                                | AT&T-
                    I love 😍 my iPhone                                   | iPhone+
                    Verizon 😡😡                                           | Verizon-
                    J'adore mon iPhone mais le service client AT&T est nul | iPhone+, AT&T/1-
                    La batterie de l'iPhone est excellente               | iPhone/2+
                    Je n'aime pas mon iPad                               | iPad-
                    L'iPad est meilleur que le Galaxy                    | iPad+, Galaxy S5-
                    """)
    void eachTargetHasItsOwnOpinion(String text, String said) {
        assertThat(Cast.said(PHONES.read(Words.of(text)))).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', commentCharacter = '¤', textBlock = """
                    @united on hold for 2 hours, nobody answers             | United Airlines-
                    @united thank you so much, great crew!                  | United Airlines+
                    @united do you fly to Boston?                           | United Airlines0
                    .@united you lost my bag                                | United Airlines-
                    @united was terrible but @SouthwestAir saved my day     | United Airlines-, Southwest Airlines+
                    @JetBlue flight cancelled and no one tells us anything  | JetBlue-
                    @SouthwestAir you are so much better than United        | United Airlines-, Southwest Airlines+
                    @AmericanAir sitting on the tarmac again                | American Airlines-
                    @VirginAmerica best flight ever                         | Virgin America+
                    switching to Delta, @united is the worst                | Delta Air Lines0, United Airlines-
                    """)
    void whoIsAddressedIsMeantUnlessAnotherIsNamed(String text, String said) {
        List<String> expected = List.of(said.split(", "));
        assertThat(List.of(Cast.said(AIRLINES.read(Words.of(text))).split(", ")))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void handlesGivenByTheChannelAddressToo() {
        var words = new Words("Still no bag. Nobody helps.", null, List.of("@united"), null);

        Opinion opinion = AIRLINES.read(words).opinions().getFirst();

        assertThat(opinion.target()).isEqualTo(Cast.UNITED);
        assertThat(opinion.polarity()).isEqualTo(Polarity.NEGATIVE);
        assertThat(opinion.span().of(words.text())).isEqualTo("Still no bag. Nobody helps.");
    }

    @Test
    void aTitleNamesTheTargetOfATextThatDoesNot() {
        var words = new Words("It broke after two days and I am furious.", "My iPad", List.of(), null);

        assertThat(Cast.said(PHONES.read(words))).isEqualTo("iPad-");
    }

    @Test
    void quotesAndEvidenceAreTheExactWords() {
        String text = "love iphone but the service with AT&T sucks";

        List<Opinion> opinions = PHONES.read(Words.of(text)).opinions();

        assertThat(opinions).extracting(o -> o.span().of(text)).containsExactly("iphone", "AT&T");
        assertThat(opinions)
                .extracting(o -> o.quote().of(text))
                .containsExactly("love iphone", "service with AT&T sucks");
        assertThat(opinions.getFirst().evidence()).extracting(s -> s.of(text)).containsExactly("love");
        assertThat(opinions.getLast().evidence()).extracting(s -> s.of(text)).containsExactly("sucks");
    }

    @Test
    void aNameThatIsAnEverydayWordMustBeWrittenAsAName() {
        assertThat(PHONES.read(Words.of("I eat an apple a day")).mentions()).isEmpty();
        assertThat(PHONES.read(Words.of("Apple opens a shop")).mentions()).hasSize(1);
    }

    @Test
    void aNegatorBelongsToTheEvidence() {
        String text = "Honestly, Verizon is not good.";

        Opinion opinion = PHONES.read(Words.of(text)).opinions().getFirst();

        assertThat(opinion.evidence()).extracting(s -> s.of(text)).containsExactly("not good");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', commentCharacter = '¤', textBlock = """
                    😀😀 my iPhone is great                  | iPhone
                    👩‍👩‍👧 family loves the iPad 🎉          | iPad
                    𝒲𝑜𝓌 awesome Galaxy S5 🤩                 | Galaxy S5
                    «élégant» café, and I love AT & T       | AT & T
                    """)
    void offsetsHoldBehindSurrogatePairs(String text, String target) {
        Opinion opinion = PHONES.read(Words.of(text)).opinions().getFirst();

        assertThat(opinion.span().of(text)).isEqualTo(target);
        assertThat(opinion.polarity()).isEqualTo(Polarity.POSITIVE);
        assertThat(opinion.evidence()).isNotEmpty();
    }

    @Test
    void praiseAndBlameOfOneTargetAreBothKept() {
        Reading reading = PHONES.read(Words.of("The iPhone is beautiful. Sadly the iPhone broke after a week, awful."));

        assertThat(Cast.said(reading)).isEqualTo("iPhone+, iPhone-");
        assertThat(reading.polarity()).isEqualTo(Polarity.MIXED);
    }
}
