package dev.rapport.desk.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PieceTests {

    @Test
    void wordsOfAnOpinionAreMarkedAndNothingIsLost() {
        String text = "Love my Halo but the charger stops";
        List<Piece> pieces =
                Piece.cut(text, List.of(mark(text, "Halo", Feeling.GOOD), mark(text, "charger stops", Feeling.BAD)));
        assertThat(pieces).extracting(Piece::words).containsExactly("Love my ", "Halo", " but the ", "charger stops");
        assertThat(pieces).filteredOn(Piece::isMarked).extracting(Piece::is).containsExactly(Feeling.GOOD, Feeling.BAD);
    }

    @Test
    void offsetsCountUtf16UnitsSoThatAnEmojiBeforeDoesNotShiftThem() {
        String text = "🔋💚 Halo";
        assertThat(Piece.cut(text, List.of(mark(text, "Halo", Feeling.GOOD))))
                .extracting(Piece::words)
                .containsExactly("🔋💚 ", "Halo");
    }

    @Test
    void noEmojiIsCutInTwo() {
        assertThat(joined(Piece.cut("🔋x", List.of(new Mark(1, 2, Feeling.GOOD)))))
                .isEqualTo("🔋x");
        assertThat(Piece.cut("🔋x", List.of(new Mark(1, 2, Feeling.GOOD)))
                        .getFirst()
                        .words())
                .isEqualTo("🔋");
    }

    @Test
    void marksThatOverlapBecomeOneWithBothFeelings() {
        List<Piece> pieces = Piece.cut("abcdef", List.of(new Mark(0, 4, Feeling.GOOD), new Mark(2, 6, Feeling.BAD)));
        assertThat(pieces).containsExactly(new Piece("abcdef", Feeling.MIXED));
    }

    @Test
    void marksOutsideTheTextChangeNothing() {
        assertThat(joined(Piece.cut("abc", List.of(new Mark(5, 9, Feeling.BAD), new Mark(-3, 1, Feeling.BAD)))))
                .isEqualTo("abc");
    }

    @Test
    void targetAndDecidingWordsAreToldApartInsideTheirQuote() {
        String text = "I think the fitter was awfully late, sorry";
        Mark quote = mark(text, "the fitter was awfully late", Feeling.BAD);
        List<Piece.Told> told = List.of(
                new Piece.Told(mark(text, "late", Feeling.BAD), Piece.Role.EVIDENCE),
                new Piece.Told(mark(text, "fitter", Feeling.BAD), Piece.Role.TARGET),
                new Piece.Told(mark(text, "fitter was", Feeling.BAD), Piece.Role.EVIDENCE),
                new Piece.Told(mark(text, "sorry", Feeling.BAD), Piece.Role.EVIDENCE));

        assertThat(Piece.cut(text, List.of(quote), told).get(1).parts())
                .containsExactly(
                        new Piece.Part("the ", Piece.Role.PLAIN),
                        new Piece.Part("fitter", Piece.Role.TARGET),
                        new Piece.Part(" was awfully ", Piece.Role.PLAIN),
                        new Piece.Part("late", Piece.Role.EVIDENCE));
    }

    @Test
    void longMessageIsShownByTheWordsThatHoldItsOpinions() {
        String text = "We moved house and everything else went well as planned by everybody. ".repeat(4)
                + "The fitter was late twice.";
        ReadOpinion opinion = new ReadOpinion(
                "fitter",
                null,
                Feeling.BAD,
                mark(text, "fitter", Feeling.BAD),
                mark(text, "The fitter was late twice", Feeling.BAD),
                null,
                ".",
                0.9,
                List.of());
        List<Piece> line = Snippet.of(text, List.of(opinion));
        assertThat(joined(line)).isEqualTo("… The fitter was late twice …");
        assertThat(line).contains(new Piece("fitter", Feeling.BAD));
    }

    private static Mark mark(String text, String words, Feeling feeling) {
        int from = text.indexOf(words);
        return new Mark(from, from + words.length(), feeling);
    }

    private static String joined(List<Piece> pieces) {
        return pieces.stream().map(Piece::words).collect(Collectors.joining());
    }
}
