package dev.rapport.bench;

import dev.rapport.bench.IdentityFolder.Truth;
import dev.rapport.bench.IdentityScore.Prediction;
import dev.rapport.people.matching.Answer;
import dev.rapport.people.matching.Candidate;
import dev.rapport.people.matching.Contact;
import dev.rapport.people.matching.ContactIndex;
import dev.rapport.people.matching.Lesson;
import dev.rapport.people.matching.Matcher;
import dev.rapport.people.matching.Model;
import dev.rapport.people.matching.ProfileFacts;
import dev.rapport.people.matching.School;
import dev.rapport.people.matching.Zone;
import dev.rapport.shared.PersonId;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How well and how fast accounts are linked to contacts: {@code bin/bench identity DIR [--out FILE] [--unsupervised]
 * [--answers N] [--scramble]}. Matches everything first, through the matcher the product uses, and reads the truth afterwards.
 */
final class IdentityBench {

    private static final double ALMOST_NOBODY = 0.04;
    private static final ProfileFacts SHOWS_NAME = new ProfileFacts("", "", "somebody", "", "", "", false, List.of());
    private static final int WARM_UP = 3_000;

    private final Path dir;
    private final Options options;
    private final PrintStream out;

    private IdentityBench(Path dir, Options options, PrintStream out) {
        this.dir = dir;
        this.options = options;
        this.out = out;
    }

    static void run(List<String> arguments, PrintStream out) throws IOException {
        var options = new Options(arguments);
        new IdentityBench(options.folder(), options, out).run();
    }

    private void run() throws IOException {
        IdentityFolder folder = IdentityFolder.read(dir);
        List<Contact> contacts = options.has("--scramble") ? Scrambled.of(folder.contacts()) : folder.contacts();
        long start = cpuNanos();
        var index = new ContactIndex();
        contacts.forEach(index::put);
        double indexMillis = (cpuNanos() - start) / 1e6;
        Model model = model(folder, index);

        var matcher = new Matcher(index, model);
        List<ProfileFacts> profiles = List.copyOf(folder.accounts().values());
        profiles.stream().limit(WARM_UP).forEach(matcher::resolve);
        long wall = System.nanoTime();
        profiles.parallelStream().forEach(matcher::resolve);
        double seconds = (System.nanoTime() - wall) / 1e9;

        List<Prediction> predictions = new ArrayList<>();
        long[] nanos = new long[profiles.size()];
        start = cpuNanos();
        folder.accounts().forEach((account, facts) -> {
            long began = System.nanoTime();
            Answer answer = matcher.resolve(facts);
            nanos[predictions.size()] = System.nanoTime() - began;
            predictions.add(prediction(folder, account, facts, answer));
        });
        double cpuSeconds = (cpuNanos() - start) / 1e9;
        write(predictions);

        var score = new IdentityScore(predictions, IdentityFolder.truth(dir));
        Arrays.sort(nanos);
        var figures = new Figures(out);
        score.addTo(figures);
        figures.add("accounts_per_s", predictions.size() / seconds)
                .add("accounts_per_cpu_s", predictions.size() / cpuSeconds)
                .add("p95_ms", nanos[(int) (nanos.length * 0.95)] / 1e6)
                .add("index_ms", indexMillis)
                .add("contacts", contacts.size())
                .add("accounts", predictions.size())
                .add("link_handle", model.link(ProfileFacts.handle("", "")))
                .add("link_profile", model.link(SHOWS_NAME))
                .line();
        score.bands().forEach(out::println);
        if (options.has("--scramble")) {
            BenchFailed.unless(score.linked() <= ALMOST_NOBODY, "With other names " + score.linked() + " were linked.");
        }
    }

    private Model model(IdentityFolder folder, ContactIndex index) throws IOException {
        var school = new School(index);
        boolean isUnsupervised = options.has("--unsupervised");
        Model model = isUnsupervised
                ? school.withoutAnswers(List.copyOf(folder.accounts().values()))
                : Model.shipped();
        int answers = options.number("--answers", 0);
        return answers == 0 ? model : school.withAnswers(model, asked(folder, new Matcher(index, model), answers));
    }

    /** The answers people would give to those of which the model is least sure. This is what truth is asked for. */
    private List<Lesson> asked(IdentityFolder folder, Matcher matcher, int most) throws IOException {
        Map<String, Truth> truth = IdentityFolder.truth(dir);
        Map<String, Double> sure = new HashMap<>();
        folder.accounts()
                .forEach((account, facts) -> sure.put(
                        account,
                        matcher.resolve(facts)
                                .likeliest()
                                .map(best -> Math.abs(best.probability() - 0.5))
                                .orElse(1.0)));
        List<String> doubtful = folder.accounts().keySet().stream()
                .sorted(Comparator.comparingDouble(sure::get))
                .limit(most)
                .toList();
        Map<String, Integer> numbers = new HashMap<>();
        folder.contactIds().forEach(id -> numbers.put(id, numbers.size() + 1));
        return doubtful.stream()
                .map(account -> lesson(folder.accounts().get(account), truth.get(account), numbers))
                .toList();
    }

    static Lesson lesson(@Nullable ProfileFacts facts, @Nullable Truth truth, Map<String, Integer> numbers) {
        if (facts == null || truth == null) {
            throw new BenchFailed("An account has no line in truth.csv.");
        }
        Integer number = numbers.get(truth.contact());
        return new Lesson(facts, number == null ? null : new PersonId(number), truth.source());
    }

    private static Prediction prediction(IdentityFolder folder, String account, ProfileFacts facts, Answer answer) {
        List<String> first = answer.candidates().stream()
                .limit(3)
                .map(candidate -> folder.contactId(candidate.person()))
                .toList();
        return new Prediction(
                account,
                first.isEmpty() ? "" : first.getFirst(),
                answer.likeliest().map(Candidate::probability).orElse(0.0),
                answer.zone() == Zone.LINK,
                first,
                !facts.displayName().isBlank());
    }

    private void write(List<Prediction> predictions) throws IOException {
        String file = options.text("--out", "");
        if (!file.isEmpty()) {
            var lines = new ArrayList<>(List.of("account_id,contact_id,score"));
            predictions.stream()
                    .filter(one -> !one.contact().isEmpty())
                    .forEach(one -> lines.add(
                            String.format(Locale.ROOT, "%s,%s,%.6f", one.account(), one.contact(), one.probability())));
            Files.write(Path.of(file), lines);
        }
    }

    static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
