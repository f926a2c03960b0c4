package dev.rapport.bench;

import dev.rapport.bench.IdentityFolder.Truth;
import dev.rapport.people.matching.ContactIndex;
import dev.rapport.people.matching.Lesson;
import dev.rapport.people.matching.School;
import dev.rapport.people.matching.Stated;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Learns the shipped weights: {@code bin/bench identity-train DIR > src/main/resources/matching/weights.txt}. The same data give
 * the same file. With {@code --left-out} it prints how well each source is matched by weights of the others.
 */
final class IdentityTrain {

    private static final int PARTS = 5;

    private IdentityTrain() {}

    static void run(List<String> arguments, PrintStream out) throws IOException {
        var dir = new Options(arguments).folder();
        IdentityFolder folder = IdentityFolder.read(dir);
        var index = new ContactIndex();
        folder.contacts().forEach(index::put);
        Map<String, Integer> numbers = new HashMap<>();
        folder.contactIds().forEach(id -> numbers.put(id, numbers.size() + 1));
        Map<String, Truth> truth = IdentityFolder.truth(dir);
        List<Lesson> lessons = new ArrayList<>();
        folder.accounts()
                .forEach((account, facts) -> lessons.add(IdentityBench.lesson(facts, truth.get(account), numbers)));
        if (new Options(arguments).has("--left-out")) {
            leftOut(new School(index).leftOut(lessons), lessons, out);
            return;
        }
        out.println("# Written by bin/bench identity-train; weights in bits (log2 m/u). Edit start.txt, not this.");
        out.print(new School(index)
                .trained(lessons.stream().map(IdentityTrain::apart).toList())
                .text());
    }

    /** How well a source is matched by weights that never saw it. */
    private static void leftOut(List<Stated> stated, List<Lesson> lessons, PrintStream out) {
        long linkable =
                lessons.stream().filter(lesson -> lesson.person() != null).count();
        List<Stated> sorted = stated.stream()
                .sorted(Comparator.comparingDouble((Stated one) -> -one.probability()))
                .toList();
        double best = 0;
        double at99 = 0;
        double at995 = 0;
        int right = 0;
        for (int i = 0; i < sorted.size(); i++) {
            right += sorted.get(i).right() ? 1 : 0;
            double recall = right / (double) linkable;
            best = Math.max(best, 2.0 * right / (i + 1 + linkable));
            at99 = right >= 0.99 * (i + 1) ? recall : at99;
            at995 = right >= 0.995 * (i + 1) ? recall : at995;
        }
        new Figures(out)
                .add("best_f1", best)
                .add("recall_at_99", at99)
                .add("recall_at_995", at995)
                .line();
    }

    /** Only one source shows profiles; left out as a whole it would leave nothing to learn from, so it is cut in parts. */
    private static Lesson apart(Lesson lesson) {
        if (lesson.profile().displayName().isBlank()) {
            return lesson;
        }
        var person = lesson.person();
        int part = Math.floorMod(person == null ? lesson.profile().handle().hashCode() : person.hashCode(), PARTS);
        return new Lesson(lesson.profile(), person, lesson.source() + "/" + part);
    }
}
