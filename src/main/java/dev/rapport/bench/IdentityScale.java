package dev.rapport.bench;

import dev.rapport.people.matching.Contact;
import dev.rapport.people.matching.ContactIndex;
import dev.rapport.people.matching.Matcher;
import dev.rapport.people.matching.Model;
import dev.rapport.people.matching.ProfileFacts;
import dev.rapport.shared.PersonId;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A million contacts: {@code bin/bench identity-scale --contacts 1000000}. Names are made of syllables and dealt by a law like Zipf's,
 * so that the commonest surname belongs to about one in a hundred; the same numbers give the same contacts.
 */
final class IdentityScale {

    private static final String[] HEADS = {
        "ma", "ke", "lo", "bra", "si", "to", "ver", "al", "ri", "ne", "du", "wil", "cor", "han"
    };
    private static final String[] TAILS = {
        "rin", "son", "la", "ter", "ning", "ro", "berg", "ti", "man", "ska", "dez", "lin", "ert", "o"
    };
    private static final int GIVEN = 3_000;
    private static final int FAMILY = 120_000;
    private static final double OFFSET = 10;
    private static final int ACCOUNTS = 4_000;

    private final Random random = new Random(11);
    private final int contacts;
    private final PrintStream out;

    private IdentityScale(int contacts, PrintStream out) {
        this.contacts = contacts;
        this.out = out;
    }

    static void run(List<String> arguments, PrintStream out) {
        new IdentityScale(new Options(arguments).number("--contacts", 1_000_000), out).run();
    }

    private void run() {
        var index = new ContactIndex();
        String[][] sample = new String[ACCOUNTS][];
        long start = IdentityBench.cpuNanos();
        for (int i = 0; i < contacts; i++) {
            String[] name = {name(rank(GIVEN)), name(GIVEN + rank(FAMILY))};
            index.put(contact(i + 1, name));
            sample[i % ACCOUNTS] = i % 3 == 0 || sample[i % ACCOUNTS] == null ? name : sample[i % ACCOUNTS];
        }
        double indexSeconds = (IdentityBench.cpuNanos() - start) / 1e9;
        var matcher = new Matcher(index, Model.shipped());
        long[] nanos = new long[ACCOUNTS];
        for (int round = 0; round < 2; round++) {
            start = IdentityBench.cpuNanos();
            for (int i = 0; i < ACCOUNTS; i++) {
                long began = System.nanoTime();
                matcher.resolve(ProfileFacts.handle("somewhere", handle(sample[i], i)));
                nanos[i] = System.nanoTime() - began;
            }
        }
        double seconds = (IdentityBench.cpuNanos() - start) / 1e9;
        start = System.nanoTime();
        index.put(contact(7, new String[] {"zora", "quellwasser"}));
        boolean found = matcher.resolve(ProfileFacts.handle("somewhere", "zoraquellwasser"))
                .likeliest()
                .filter(best -> best.person().value() == 7)
                .isPresent();
        double changeMillis = (System.nanoTime() - start) / 1e6;
        BenchFailed.unless(found, "A changed contact was not found at once.");
        Arrays.sort(nanos);
        new Figures(out)
                .add("contacts", index.size())
                .add("index_cpu_s", indexSeconds)
                .add("bytes_per_contact", index.bytes() / (double) index.size())
                .add("accounts_per_cpu_s", ACCOUNTS / seconds)
                .add("p95_ms", nanos[(int) (ACCOUNTS * 0.95)] / 1e6)
                .add("change_ms", changeMillis)
                .line();
    }

    private Contact contact(int number, String[] name) {
        String city = name(rank(5_000) + GIVEN + FAMILY);
        String email = name[0] + "." + name[1] + number % 97 + "@" + name(rank(3_000)) + ".example";
        return new Contact(
                new PersonId(number),
                name[0],
                name[1],
                name[0] + " " + name[1],
                List.of(),
                List.of(email),
                city,
                name(rank(200) + FAMILY * 2),
                "US",
                "",
                "",
                List.of(),
                List.of(),
                List.of());
    }

    private String handle(String[] name, int i) {
        return switch (i % 5) {
            case 0 -> name[0] + name[1];
            case 1 -> name[0].charAt(0) + name[1];
            case 2 -> capital(name[0]) + capital(name[1]) + i % 100;
            case 3 -> "real" + name[1];
            default -> name[1] + "_" + name[0];
        };
    }

    private static String capital(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** A rank by Zipf's law with an offset (Mandelbrot), drawn by inversion of its continuous form. */
    private int rank(int most) {
        return (int) (OFFSET * Math.pow((most + OFFSET) / OFFSET, random.nextDouble()) - OFFSET);
    }

    private static String name(int number) {
        var name = new StringBuilder();
        for (int left = number + HEADS.length; left >= TAILS.length; left /= HEADS.length) {
            name.append(HEADS[left % HEADS.length]);
        }
        return name.append(TAILS[number % TAILS.length]).toString();
    }
}
