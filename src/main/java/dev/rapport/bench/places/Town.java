package dev.rapport.bench.places;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Five places in one process, in which people talk at an even pace while the places fail now and then: two servers of
 * Mastodon's kind, one of them contrary, one of Bluesky's, and two sites with feeds.
 */
public final class Town {

    /** How the messages are spread: feeds show only their newest entries, so they talk less. */
    private static final int[] SHARES = {28, 27, 29, 8, 8};

    private static final double FAILS = 0.035;
    private static final Duration BETWEEN_FAILURES = Duration.ofSeconds(3);
    private static final List<Failure> WHEN_READ =
            List.of(Failure.ERROR, Failure.BUSY, Failure.TOO_FAST, Failure.HANGS_UP, Failure.BREAKS_OFF, Failure.LATE);
    private static final List<Failure> WHEN_WRITTEN = List.of(
            Failure.ERROR,
            Failure.BUSY,
            Failure.TOO_FAST,
            Failure.HANGS_UP,
            Failure.HANGS_UP_AFTERWARDS,
            Failure.BREAKS_OFF);

    private final List<PlaceServer> places = new ArrayList<>();
    private final List<Consumer<String>> voices = new ArrayList<>();
    private final Random random = new Random(7);
    private int said;

    private Town() {
        MastodonPlace good = new MastodonPlace(0, new Books());
        MastodonPlace contrary = new MastodonPlace(
                0,
                new Books(),
                MastodonPlace.Habit.IGNORES_MIN_ID,
                MastodonPlace.Habit.POSTS_TWICE,
                MastodonPlace.Habit.IDS_ARE_DATES,
                MastodonPlace.Habit.SAYS_NO_LIMITS,
                MastodonPlace.Habit.ONE_WITHOUT_LIMIT);
        BlueskyPlace bluesky = new BlueskyPlace(0, new Books());
        FeedPlace rss = new FeedPlace(0, new Books());
        FeedPlace atom = new FeedPlace(0, new Books());
        places.addAll(List.of(good, contrary, bluesky, rss, atom));
        voices.add(good::mention);
        voices.add(contrary::mention);
        voices.add(bluesky::mention);
        voices.add(rss::publish);
        voices.add(atom::publish);
    }

    /**
     * Opens the places, prints their addresses on one line, and talks: {@code seeds} messages at each place at once, the rest
     * of {@code messages} over {@code seconds} once a line is read. Lives until its input ends.
     */
    public static void live(int messages, int seeds, int seconds, PrintStream out)
            throws IOException, InterruptedException {
        Town town = new Town();
        out.println(String.join(
                " ", town.places.stream().map(place -> place.uri().toString()).toList()));
        for (Consumer<String> voice : town.voices) {
            for (int i = 0; i < seeds; i++) {
                town.say(voice);
            }
        }
        if (System.in.read() >= 0) {
            town.fail();
            town.talk(messages - town.said, seconds);
            out.println("said");
            while (System.in.read() >= 0) {
                // Stays until whoever asks for the books is done.
            }
        }
        town.places.forEach(PlaceServer::close);
    }

    private void talk(int messages, int seconds) throws InterruptedException {
        Instant start = Instant.now();
        for (int i = 0; i < messages; i++) {
            say(voices.get(placeOf(i)));
            long due = (long) (seconds * 1000.0 * i / messages);
            long early = due - Duration.between(start, Instant.now()).toMillis();
            if (early > 20) {
                Thread.sleep(early);
            }
        }
    }

    private static int placeOf(int number) {
        int at = number * 37 % 100;
        for (int place = 0; place < SHARES.length; place++) {
            at -= SHARES[place];
            if (at < 0) {
                return place;
            }
        }
        return 0;
    }

    private void say(Consumer<String> voice) {
        String token = String.format("h%07dx%04x", said++, random.nextInt(0x10000));
        voice.accept("The lamp in the hall flickers again, " + token + ", please have a look.");
    }

    private void fail() {
        for (PlaceServer place : places) {
            Random dice = new Random(places.indexOf(place));
            Map<Boolean, Instant> latest = new HashMap<>();
            boolean hasSessions = place instanceof BlueskyPlace;
            place.failing(path -> failure(path, dice, latest, hasSessions));
        }
    }

    private static @Nullable Failure failure(
            String path, Random dice, Map<Boolean, Instant> latest, boolean hasSessions) {
        if (path.equals("/account")) {
            return null;
        }
        synchronized (dice) {
            boolean written = path.endsWith("/statuses") || path.endsWith("putRecord");
            Instant before = latest.getOrDefault(written, Instant.EPOCH);
            boolean rests = before.plus(BETWEEN_FAILURES).isAfter(Instant.now());
            if (rests || dice.nextDouble() >= (written ? FAILS * 4 : FAILS)) {
                return null;
            }
            latest.put(written, Instant.now());
            if (hasSessions && dice.nextInt(5) == 0) {
                return Failure.KEY_RAN_OUT;
            }
            List<Failure> kinds = written ? WHEN_WRITTEN : WHEN_READ;
            return kinds.get(dice.nextInt(kinds.size()));
        }
    }
}
