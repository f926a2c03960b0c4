package dev.rapport.bench;

import dev.rapport.bench.places.BlueskyPlace;
import dev.rapport.bench.places.Books;
import dev.rapport.bench.places.MastodonPlace;
import dev.rapport.channels.Inboxes;
import dev.rapport.channels.OpenInbox;
import dev.rapport.conversations.ConversationId;
import dev.rapport.conversations.Conversations;
import dev.rapport.conversations.ReplyTo;
import dev.rapport.shared.Sql;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Soaks the channels: people talk at five places in another process, the places fail, and the application that listens and
 * answers is killed again and again. What was said and what was received is counted from the places' own books.
 */
final class ChannelsBench {

    private static final List<String> PLACES = List.of("mastodon", "contrary", "bluesky", "rss", "atom");
    private static final int SEEDS = 400;
    private static final int SEEDS_HEARD_SECONDS = 25;
    private static final Duration CATCHES_UP = Duration.ofSeconds(45);

    private final Path home;
    private final Function<Path, ConfigurableApplicationContext> aside;
    private final int messages;
    private final int replies;
    private final int kills;
    private final int seconds;
    private final Duration limit;
    private final PrintStream out;
    private final AtomicBoolean allSaid = new AtomicBoolean();

    ChannelsBench(Path home, Function<Path, ConfigurableApplicationContext> aside, Options options, PrintStream out) {
        this.home = home;
        this.aside = aside;
        this.messages = options.number("--messages", 100_000);
        this.replies = options.number("--replies", 900);
        this.kills = options.number("--kills", 20);
        this.seconds = options.number("--seconds", 420);
        this.limit = Duration.ofMinutes(options.number("--minutes", 15));
        this.out = out;
    }

    void run() throws IOException, InterruptedException {
        Instant start = Instant.now();
        Process town = new ProcessBuilder(Served.command(
                        List.of(),
                        "bench",
                        Benchmarks.TOWN,
                        "--messages=" + messages,
                        "--seeds=" + SEEDS,
                        "--seconds=" + seconds))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader told = town.inputReader(StandardCharsets.UTF_8)) {
            List<String> places = List.of(told.readLine().split(" "));
            connect(places);
            hearSeeds();
            int queued = queueReplies();
            int killed = soak(town, told);
            Map<String, Integer> kept = catchUp(start);
            report(places, queued, killed, kept, Duration.between(start, Instant.now()));
        } finally {
            town.destroyForcibly();
        }
    }

    private void connect(List<String> places) {
        try (ConfigurableApplicationContext context = aside.apply(home)) {
            Inboxes inboxes = context.getBean(Inboxes.class);
            Map<String, String> token = Map.of("token", MastodonPlace.TOKEN);
            open(inboxes, "mastodon", "Mastodon", Map.of("server", places.get(0), "take", "all"), token);
            open(inboxes, "mastodon", "Contrary", Map.of("server", places.get(1), "take", "all"), token);
            open(
                    inboxes,
                    "bluesky",
                    "Bluesky",
                    Map.of("server", places.get(2), "account", "support.example.com", "take", "all"),
                    Map.of("password", BlueskyPlace.PASSWORD));
            open(inboxes, "feed", "RSS", Map.of("url", places.get(3) + "/rss", "every", "PT5S"), Map.of());
            open(inboxes, "feed", "Atom", Map.of("url", places.get(4) + "/atom", "every", "PT5S"), Map.of());
        }
    }

    private static void open(
            Inboxes inboxes, String kind, String name, Map<String, String> settings, Map<String, String> secrets) {
        inboxes.open(new OpenInbox(kind, name, kind, null, settings, secrets));
    }

    private void hearSeeds() throws IOException, InterruptedException {
        try (Served served = Served.start(home, settings())) {
            Thread.sleep(Duration.ofSeconds(SEEDS_HEARD_SECONDS));
        }
    }

    /** Answers some of what was heard; the answers leave one after the other while the soak lasts. */
    private int queueReplies() {
        try (ConfigurableApplicationContext context = aside.apply(home)) {
            Sql sql = context.getBean(Sql.class);
            Conversations conversations = context.getBean(Conversations.class);
            List<Long> answerable = sql.sql("""
                    select c.id from conversations.conversations c
                    join channels.inboxes i on i.id = c.inbox_id and i.kind <> 'feed'
                    order by hashint8(c.id) limit :most
                    """).param("most", replies).list(Long.class);
            BenchFailed.unless(
                    answerable.size() == replies, "Only " + answerable.size() + " messages can be answered.");
            Random random = new Random(11);
            context.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
                int number = 0;
                for (Long id : answerable) {
                    String token = String.format("r%07dx%04x", number++, random.nextInt(0x10000));
                    conversations.reply(new ReplyTo(
                            new ConversationId(id), null, "Thank you, we have noted it as " + token + ".", null));
                }
            });
            sql.sql("""
                    update channels.outbox o
                    set not_before = now() + make_interval(secs => 15 + :seconds * place.number / :count)
                    from (select key, row_number() over (order by key) as number from channels.outbox) place
                    where place.key = o.key
                    """)
                    .param("seconds", seconds * 0.9)
                    .param("count", (double) answerable.size())
                    .update();
            return answerable.size();
        }
    }

    private int soak(Process town, BufferedReader told) throws IOException, InterruptedException {
        Random random = new Random(13);
        int killed = 0;
        try (Served served = Served.start(home, settings())) {
            town.outputWriter(StandardCharsets.UTF_8).append('\n').flush();
            Thread.ofVirtual().start(() -> awaitSaid(told));
            while (killed < kills || !allSaid.get()) {
                Thread.sleep(Duration.ofMillis(6_000 + random.nextInt(5_000)));
                if (killed < kills) {
                    served.killAndStart();
                    killed++;
                }
            }
            Thread.sleep(CATCHES_UP);
        }
        return killed;
    }

    private void awaitSaid(BufferedReader told) {
        try {
            allSaid.set("said".equals(told.readLine()));
        } catch (IOException e) {
            throw new BenchFailed("The places cannot be asked: " + e.getMessage());
        }
    }

    /** Lets it run on as long as it still finds something that it has not heard, and the time is not up. */
    private Map<String, Integer> catchUp(Instant start) throws IOException, InterruptedException {
        Map<String, Integer> kept = kept();
        int before = -1;
        while (kept.size() < messages
                && kept.size() > before
                && start.plus(limit).isAfter(Instant.now())) {
            before = kept.size();
            try (Served served = Served.start(home, settings())) {
                Thread.sleep(CATCHES_UP);
            }
            kept = kept();
        }
        return kept;
    }

    private void report(List<String> places, int queued, int killed, Map<String, Integer> kept, Duration took)
            throws IOException {
        Set<String> said = new HashSet<>();
        Map<String, Integer> received = new HashMap<>();
        int faults = 0;
        for (String place : places) {
            Books.Account account = account(place);
            new Figures(out)
                    .add("place", PLACES.get(places.indexOf(place)))
                    .add("said", account.said().size())
                    .add(
                            "heard",
                            account.said().stream().filter(kept::containsKey).count())
                    .add("faults", account.failures())
                    .line();
            said.addAll(account.said());
            account.received().forEach(token -> received.merge(token, 1, Integer::sum));
            faults += account.failures();
        }
        long heard = said.stream().filter(kept::containsKey).count();
        long doubled =
                said.stream().filter(token -> kept.getOrDefault(token, 0) > 1).count();
        long twice = received.values().stream().filter(times -> times > 1).count();
        new Figures(out)
                .add("said", said.size())
                .add("queued", queued)
                .add("seconds", took.toSeconds())
                .line();
        new Figures(out)
                .add("heard", heard)
                .add("lost", said.size() - heard)
                .add("doubled", doubled)
                .add("replies", received.size())
                .add("replies_doubled", twice)
                .add("kills", killed)
                .add("faults", faults)
                .line();
        BenchFailed.unless(said.size() == messages, "The places said " + said.size() + ", not " + messages + ".");
        BenchFailed.unless(heard == said.size() && doubled == 0, "Something was lost or doubled.");
        BenchFailed.unless(received.size() == queued && twice == 0, "A reply did not arrive, or arrived twice.");
    }

    /** How often each token stands in a message that was not ours. */
    private Map<String, Integer> kept() {
        Map<String, Integer> kept = new HashMap<>();
        try (ConfigurableApplicationContext context = aside.apply(home)) {
            List<String> words = new ArrayList<>(context.getBean(Sql.class)
                    .sql("select words from conversations.messages where side <> 'US'")
                    .list(String.class));
            words.forEach(one -> Books.tokens(one).forEach(token -> kept.merge(token, 1, Integer::sum)));
        }
        return kept;
    }

    private static Books.Account account(String place) throws IOException {
        try (InputStreamReader reader =
                new InputStreamReader(URI.create(place + "/account").toURL().openStream(), StandardCharsets.UTF_8)) {
            return JsonMapper.shared().readValue(reader, Books.Account.class);
        }
    }

    private static List<String> settings() {
        return List.of("-Drapport.outside.allow=*", "-Drapport.channels.poll=1s", "-Drapport.outbox.on-its-way=10s");
    }
}
