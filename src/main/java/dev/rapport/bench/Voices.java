package dev.rapport.bench;

import dev.rapport.channels.spi.Author;
import dev.rapport.channels.spi.Heard;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Invents what the intake benchmark hears: 30,000 authors who speak of 200 products, one message in five a complaint, no text
 * twice. The same seed says the same things.
 */
final class Voices {

    static final int AUTHORS = 30_000;
    static final int PRODUCTS = 200;

    private static final String[] SYLLABLES = {
        "ba", "cor", "del", "fin", "gra", "hol", "jun", "kel", "lor", "mon", "nar", "pel", "quin", "ros", "sol", "tam",
        "vel", "wex", "yor", "zan"
    };
    private static final String[] COMPLAINTS = {
        "still waiting for my %s, order %s was promised for %s and nobody answers the phone in %s",
        "the %s broke after two days, reference %s, I called on %s and was on hold for an hour from %s",
        "my %s arrived damaged, parcel %s, reported on %s, no reply since, this is terrible service in %s",
    };
    private static final String[] OTHERS = {
        "really happy with the %s, number %s on my list since %s, it works every single day here in %s",
        "does anyone know whether the %s with serial %s can be used on %s as well, we are near %s",
        "put the %s next to item %s on the table this %s and took a long walk through the hills of %s",
        "thanks to the people at the counter, %s exchanged under %s on %s without a question asked in %s",
        "saw the %s in a window, tag %s, on %s, might buy one when we are back from the coast at %s",
    };
    private static final String[] DAYS = {
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "a holiday"
    };

    private final Random random;

    Voices(long seed) {
        this.random = new Random(seed);
    }

    static String product(int number) {
        return capital(word(number, 2)) + "a " + (number % 9 + 1);
    }

    /** Whether the message with this number complains. */
    static boolean complains(int number) {
        return number % 5 == 0;
    }

    List<Heard> say(String prefix, int from, int count, Instant start) {
        List<Heard> heard = new ArrayList<>(count);
        for (int number = from; number < from + count; number++) {
            heard.add(one(prefix, number, start.plusMillis(number * 20L)));
        }
        return heard;
    }

    private Heard one(String prefix, int number, Instant at) {
        String[] templates = complains(number) ? COMPLAINTS : OTHERS;
        String text = templates[random.nextInt(templates.length)].formatted(
                product(spokenOf(number)),
                prefix + number,
                DAYS[random.nextInt(DAYS.length)],
                capital(word(random.nextInt(8_000), 3)));
        int author = random.nextInt(AUTHORS);
        String handle = word(author, 3) + author;
        return new Heard(
                prefix + number,
                "",
                Heard.Kind.SAID,
                null,
                Author.of("bench", "u" + author, handle, capital(word(author, 3))),
                List.of(),
                null,
                text,
                null,
                null,
                at,
                0,
                null,
                List.of(),
                null,
                null,
                false,
                Heard.Visibility.PUBLIC,
                null,
                null,
                null,
                null,
                Heard.Manner.PERSONAL,
                List.of());
    }

    /** Every tenth product is a competitor's; those are spoken of as well, but nobody complains to us about them. */
    private int spokenOf(int number) {
        int product = random.nextInt(PRODUCTS);
        return complains(number) && product % 10 == 9 ? product - 1 : product;
    }

    static String word(int number, int syllables) {
        StringBuilder word = new StringBuilder();
        int rest = number;
        for (int i = 0; i < syllables; i++) {
            word.append(SYLLABLES[rest % SYLLABLES.length]);
            rest /= SYLLABLES.length;
        }
        return word.toString();
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
