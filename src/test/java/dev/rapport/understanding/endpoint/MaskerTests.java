package dev.rapport.understanding.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskerTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Write to ines@solvane.example please            | Write to [mail1] please
            Call me on +44 7700 900123.                     | Call me on [phone1].
            Rappelez-moi au 01 23 45 67 89 !                | Rappelez-moi au [phone1] !
            See https://u:p@host.example/x?id=7, thanks     | See [link1], thanks
            See www.host.example/ines.                      | See [link1].
            @ines_m told me                                 | [handle1] told me
            @ines@square.example told me                    | [handle1] told me
            Order 4711 is late                              | Order [number1] is late
            Commande n° 10042 toujours rien                 | Commande n° [number1] toujours rien
            My parcel SO-10042 is lost                      | My parcel [number1] is lost
            IBAN FR76 3000 6000 0112 3456 7890 189 charged  | IBAN [number1] charged
            My card 4111 1111 1111 1111 was charged         | My card [phone1] was charged
            Hi Ines, still no answer from Ines?             | Hi [name1], still no answer from [name1]?
            Dear Mrs. Ines Moreau, nothing came             | Dear Mrs. [name1], nothing came
            Bonjour Inès, rien reçu                         | Bonjour [name1], rien reçu
            Hallo Frau Müller, nichts da                    | Hallo Frau [name1], nichts da
            my name is Ines Moreau and I wait               | my name is [name1] and I wait
            Still waiting. Best, Ines Moreau                | Still waiting. Best, [name1]
            Toujours rien. Cordialement, Inès Moreau        | Toujours rien. Cordialement, [name1]
            Hi there, on hold for 2 hours in 2026           | Hi there, on hold for 2 hours in 2026
            Hello Team, 1500 € for this?                    | Hello Team, 1500 € for this?
            It says [name1] on the label                    | It says [mark1] on the label
            """)
    void whatLeadsToSomebodyIsMasked(String text, String masked) {
        assertThat(new Masker(List.of()).mask(text).text()).isEqualTo(masked);
    }

    @Test
    void knownNamesAreMaskedWholeAndInPartsAndOneThingHasOneMark() {
        var masker = new Masker(List.of("Ines Moreau", "owl_17"));

        assertThat(masker.mask("Ines Moreau and owl_17 met; Moreau left, Inessa stayed")
                        .text())
                .isEqualTo("[name1] and [name2] met; [name3] left, Inessa stayed");
        assertThat(masker.mask("Moreau again").text()).isEqualTo("[name3] again");
        assertThat(masker.putBack("Dear [name1], dear [name2]")).isEqualTo("Dear Ines Moreau, dear owl_17");
    }

    @Test
    void brandsStayButAddressesNever() {
        String text = "Hi Solvane, @solvane help@solvane.example";
        assertThat(new Masker(List.of())
                        .mask(text, List.of(new int[] {3, 10}, new int[] {12, 20}, new int[] {26, 33}))
                        .text())
                .isEqualTo("Hi Solvane, @solvane [mail1]");
    }

    @Test
    void marksThatStoodInTheTextComeBackAsTheyWere() {
        var masker = new Masker(List.of("Ines"));
        String masked = masker.mask("[name1] said Ines").text();

        assertThat(masked).isEqualTo("[mark1] said [name1]");
        assertThat(masker.putBack(masked)).isEqualTo("[name1] said Ines");
        assertThat(masker.leavesOpen(masked)).isFalse();
        assertThat(masker.leavesOpen("Dear [Your Name]")).isTrue();
        assertThat(masker.leavesOpen("Dear {{name}}")).isTrue();
        assertThat(masker.leavesOpen("Dear <first name>")).isTrue();
        assertThat(masker.leavesOpen("Dear [name2]")).isTrue();
    }

    @Test
    void wordsOfTheMaskedTextAreFoundInTheTextAsItWas() {
        String text = "Hi Ines, order 4711 is late again";
        Masked masked = new Masker(List.of()).mask(text);

        assertThat(at(masked, text, "is late")).isEqualTo("is late");
        assertThat(at(masked, text, "order [number1] is late")).isEqualTo("order 4711 is late");
        assertThat(at(masked, text, "[number1]")).isEqualTo("4711");
        assertThat(at(masked, text, "1] is")).isEqualTo("4711 is");
        assertThat(masked.find("4711")).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            We look into it.We will call                        | true
            Write to help@solvane.example                       | true
            Write to help@so1vane.example                       | false
            See https://solvane.example/help                    | true
            See https://solvane.example/help/refund             | false
            See solvane.example                                 | true
            See evil.example                                    | false
            See EVIL.EXAMPLE                                    | false
            Call 01 23 45 67 89                                 | true
            Call 0123456780                                     | false
            Your order 4711 is on its way                       | true
            Your order 4712 is on its way                       | false
            """)
    void onlyWhatTheThreadHoldsMayStandInADraft(String draft, boolean isFine) {
        String thread = "Order 4711? help@solvane.example https://solvane.example/help or 01.23.45.67.89";
        assertThat(ForeignWords.areNoneIn(draft, thread)).isEqualTo(isFine);
    }

    private static String at(Masked masked, String text, String words) {
        int[] found = masked.find(words);
        return found == null ? "" : text.substring(found[0], found[1]);
    }
}
