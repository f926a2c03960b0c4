package dev.rapport.bench;

import dev.rapport.cases.Condition;
import dev.rapport.cases.Rule;
import dev.rapport.cases.Rules;
import dev.rapport.cases.WriteRule;
import dev.rapport.channels.Inboxes;
import dev.rapport.channels.spi.Heard;
import dev.rapport.channels.spi.Intake;
import dev.rapport.commerce.AddBrand;
import dev.rapport.commerce.AddProduct;
import dev.rapport.commerce.Catalogue;
import dev.rapport.commerce.Standing;
import dev.rapport.commerce.Target;
import dev.rapport.conversations.BatchWorkers;
import dev.rapport.shared.InboxId;
import dev.rapport.shared.Sql;
import dev.rapport.understanding.Intent;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How fast messages come in, against the same database without us: durable accept alone, then the whole way until the last
 * message is found by search and has its reading and, where it complains, its case. Three alternating rounds, medians.
 */
final class IntakeBench {

    /** Seldom enough that asking costs the database nothing to speak of. */
    private static final long POLL_MILLIS = 50;

    private final PrintStream out;
    private final int count;
    private final int rounds;
    private final Sql sql;
    private final Intake intake;
    private final Inboxes inboxes;
    private final Catalogue catalogue;
    private final BatchWorkers workers;
    private final Rules rules;
    private final BareTables bare;
    private final TransactionTemplate transaction;
    private final CpuTime cpu = new CpuTime();
    private final List<Double> acceptToCopy = new ArrayList<>();
    private final List<Double> ratioToCopy = new ArrayList<>();
    private final List<Double> ratioToF = new ArrayList<>();
    private final List<Double> rates = new ArrayList<>();
    private final List<Double> cpuPerMessage = new ArrayList<>();

    IntakeBench(ConfigurableApplicationContext context, int count, int rounds, PrintStream out) {
        this.out = out;
        this.count = count;
        this.rounds = rounds;
        this.sql = context.getBean(Sql.class);
        this.intake = context.getBean(Intake.class);
        this.inboxes = context.getBean(Inboxes.class);
        this.catalogue = context.getBean(Catalogue.class);
        this.workers = context.getBean(BatchWorkers.class);
        this.rules = context.getBean(Rules.class);
        this.bare = new BareTables(context.getBean(DataSource.class));
        this.transaction = context.getBean(TransactionTemplate.class);
    }

    void run() throws SQLException {
        enterCatalogue();
        addRules();
        new Figures(out)
                .add("messages", count)
                .add("rounds", rounds)
                .add("products", Voices.PRODUCTS)
                .add(
                        "rules",
                        sql.sql("select count(*) from cases.rules where enabled")
                                .single(Integer.class))
                .add("authors", Voices.AUTHORS)
                .line();
        for (int round = 1; round <= rounds; round++) {
            round(round);
        }
        bare.drop();
        new Figures(out)
                .add("accept_to_copy", Figures.median(acceptToCopy))
                .add("ratio_to_copy", Figures.median(ratioToCopy))
                .add("ratio_to_f", Figures.median(ratioToF))
                .add("messages_per_s", Figures.median(rates))
                .add("cpu_us_per_message", Figures.median(cpuPerMessage))
                .line();
    }

    private void round(int round) throws SQLException {
        String prefix = "r" + round + "-";
        List<Heard> messages =
                new Voices(round).say(prefix, 0, count, Instant.now().minus(Duration.ofHours(6)));
        List<Heard> first = messages.subList(0, count / 3);
        checkpoint();
        double copy = count / bare.copy(messages);
        checkpoint();
        CpuTime.Spent beforeF = cpu.now();
        double f = count / bare.productLike(messages);
        double microsF = micros(cpu.now().since(beforeF).together());
        checkpoint();
        double accept = first.size() / acceptOnly(round, first);
        checkpoint();
        CpuTime.Spent before = cpu.now();
        double seconds = wholeWay(round, messages);
        CpuTime.Spent spent = cpu.now().since(before);
        double micros = micros(spent.together());
        double again = replay(round, messages);
        double rate = count / seconds;
        acceptToCopy.add(accept / copy);
        ratioToCopy.add(rate / copy);
        ratioToF.add(rate / f);
        rates.add(rate);
        cpuPerMessage.add(micros);
        new Figures(out)
                .add("round", round)
                .add("copy_per_s", copy)
                .add("f_per_s", f)
                .add("accept_per_s", accept)
                .add("whole_per_s", rate)
                .add("replay_per_s", count / again)
                .add("f_cpu_us", microsF)
                .add("cpu_us_per_message", micros)
                .add("own_us", micros(spent.own()))
                .add("database_us", micros(spent.database()))
                .line();
    }

    private double micros(Duration spent) {
        return spent.toNanos() / 1000.0 / count;
    }

    /** Seconds until all are accepted durably, with nothing else going on. */
    private double acceptOnly(int round, List<Heard> messages) {
        InboxId inbox = inbox("accept", round);
        workers.stop();
        long start = System.nanoTime();
        accept(inbox, messages, messages.size());
        double seconds = (System.nanoTime() - start) / 1e9;
        workers.start();
        awaitWorkedThrough();
        return seconds;
    }

    /** Seconds from the first message handed in to the last one found, read and picked up. */
    private double wholeWay(int round, List<Heard> messages) {
        InboxId inbox = inbox("whole", round);
        long start = System.nanoTime();
        accept(inbox, messages, messages.size());
        awaitWorkedThrough();
        awaitFound(inbox, messages.getLast());
        double seconds = (System.nanoTime() - start) / 1e9;
        check(inbox);
        return seconds;
    }

    /** Seconds for handing in again what is there already. */
    private double replay(int round, List<Heard> messages) {
        InboxId inbox = inbox("whole", round);
        long start = System.nanoTime();
        accept(inbox, messages, 0);
        awaitWorkedThrough();
        double seconds = (System.nanoTime() - start) / 1e9;
        check(inbox);
        return seconds;
    }

    private void accept(InboxId inbox, List<Heard> messages, int expected) {
        int added = 0;
        for (int from = 0; from < messages.size(); from += 1_000) {
            added += intake.accept(inbox, messages.subList(from, Math.min(from + 1_000, messages.size())), false)
                    .added();
        }
        BenchFailed.unless(added == expected, added + " messages were accepted, not " + expected);
    }

    private void awaitWorkedThrough() {
        for (long waited = 0; workers.waiting() > 0; waited++) {
            BenchFailed.unless(waited < 12_000, "The batches are not worked through after ten minutes.");
            sleep();
        }
    }

    private void awaitFound(InboxId inbox, Heard last) {
        int found = sql.sql("""
                select count(*) from conversations.messages
                where inbox_id = :inbox and remote_id = :id and search @@ plainto_tsquery('simple', :word)
                """)
                .param("inbox", inbox)
                .param("id", last.id())
                .param("word", last.id())
                .single(Integer.class);
        BenchFailed.unless(found == 1, "The last message is not found by search.");
    }

    private void check(InboxId inbox) {
        expect(count, "messages", "select count(*) from conversations.messages where inbox_id = :inbox", inbox);
        expect(count, "readings", """
                select count(*) from understanding.readings r
                join conversations.messages m on m.id = r.message_id where m.inbox_id = :inbox
                """, inbox);
        int cases = sql.sql("""
                select count(*) from cases.case_conversations k
                join conversations.conversations c on c.id = k.conversation_id where c.inbox_id = :inbox
                """).param("inbox", inbox).single(Integer.class);
        int complaints = count / 5;
        BenchFailed.unless(
                cases > complaints * 0.95 && cases < complaints * 1.3,
                cases + " cases were opened for " + complaints + " complaints.");
        int parked = sql.sql("select count(*) from conversations.parked").single(Integer.class);
        BenchFailed.unless(parked == 0, parked + " messages were parked.");
    }

    private void expect(int wanted, String what, String query, InboxId inbox) {
        int found = sql.sql(query).param("inbox", inbox).single(Integer.class);
        BenchFailed.unless(found == wanted, "There are " + found + " " + what + ", not " + wanted + ".");
    }

    private InboxId inbox(String kind, int round) {
        return java.util.Objects.requireNonNull(
                transaction.execute(status -> inboxes.findOrMake("api", "Bench " + kind + " " + round, "bench")));
    }

    private void enterCatalogue() {
        Target[] brands = {
            catalogue.add(new AddBrand("Northlight", Standing.OURS, List.of(), List.of("northlight"))),
            catalogue.add(new AddBrand("Fairhaven", Standing.COMPETITOR, List.of(), List.of("fairhaven"))),
            catalogue.add(new AddBrand("Stonebridge", Standing.PARTNER, List.of(), List.of()))
        };
        for (int i = 0; i < Voices.PRODUCTS; i++) {
            catalogue.add(new AddProduct(brands[i % 10 == 9 ? 1 : 0], Voices.product(i), List.of(), List.of()));
        }
    }

    /** Three rules beside the two that every organisation begins with; none of them opens a case by itself here. */
    private void addRules() {
        rule("Churn", Condition.Kind.INTENT, Intent.CHURN_RISK.name(), 60);
        rule("Very urgent", Condition.Kind.URGENCY, "95", 90);
        rule("In Portuguese", Condition.Kind.LANGUAGE, "pt", 30);
        BenchFailed.unless(rules.all().size() == 5, "There are " + rules.all().size() + " rules, not 5.");
    }

    private void rule(String name, Condition.Kind kind, String value, int priority) {
        rules.add(new WriteRule(
                name, true, Rule.Match.ALL, List.of(new Condition(kind, List.of(value))), null, priority, 120));
    }

    private void checkpoint() {
        sql.sql("checkpoint").update();
    }

    private static void sleep() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailed("Interrupted.");
        }
    }
}
