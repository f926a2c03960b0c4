package dev.rapport.channels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.channels.Sieve.Verdict;
import dev.rapport.channels.spi.Heard;
import dev.rapport.channels.spi.Item;
import dev.rapport.channels.spi.Search;
import dev.rapport.shared.InboxId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SieveTests {

    @Test
    void excludedWordIsExcludedHoweverItIsWritten() {
        Sieve sieve = sieve(List.of("Giveaway"), 100, 10);

        assertThat(sieve.of(said("1", "A GIVEAWAY of lamps"))).isEqualTo(Verdict.EXCLUDED);
        assertThat(sieve.of(said("2", "A lamp"))).isEqualTo(Verdict.TAKEN);
    }

    @Test
    void ourOwnWordsAreNotListenedFor() {
        Sieve sieve = new Sieve(wanted(List.of(), 100, 10), "AMIRA", 10);

        assertThat(sieve.of(said("1", "A lamp"))).isEqualTo(Verdict.OURS);
    }

    @Test
    void overTheDaysBudgetNothingIsTaken() {
        Sieve sieve = sieve(List.of(), 100, 2);

        List<Item> three = List.of(item("1"), item("2"), item("3"));

        assertThat(sieve.sift(three)).isEqualTo(new Sieve.Sifted(three.subList(0, 2), 1));
    }

    @Test
    void sampleIsAboutItsShareAndTheSameEveryTime() {
        List<Verdict> first = IntStream.range(0, 2_000)
                .mapToObj(i -> sieve(List.of(), 25, 10).of(said("id-" + i, "A lamp")))
                .toList();
        List<Verdict> second = IntStream.range(0, 2_000)
                .mapToObj(i -> sieve(List.of(), 25, 10).of(said("id-" + i, "A lamp")))
                .toList();

        assertThat(second).isEqualTo(first);
        assertThat(first.stream().filter(one -> one == Verdict.TAKEN).count()).isBetween(400L, 600L);
    }

    private static Sieve sieve(List<String> excluded, int share, int left) {
        return new Sieve(wanted(excluded, share, left), null, left);
    }

    private static SaveSearch wanted(List<String> excluded, int share, int budget) {
        Search search = new Search(Search.Kind.WORDS, "lamp");
        return new SaveSearch(new InboxId(1), search, List.of(), excluded, share, budget);
    }

    private static Item item(String id) {
        return new Item.Read(said(id, "A lamp"));
    }

    private static Heard said(String id, String text) {
        return FakeConnector.heard(id, text);
    }
}
