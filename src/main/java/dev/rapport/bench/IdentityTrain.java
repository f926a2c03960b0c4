package dev.rapport.bench;

import dev.rapport.bench.IdentityFolder.Truth;
import dev.rapport.people.matching.ContactIndex;
import dev.rapport.people.matching.Lesson;
import dev.rapport.people.matching.School;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Learns the shipped weights: {@code bin/bench identity-train DIR > src/main/resources/matching/weights.txt}. The same data give
 * the same file.
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
                .forEach((account, facts) ->
                        lessons.add(apart(IdentityBench.lesson(facts, truth.get(account), numbers))));
        out.println("# Written by bin/bench identity-train; weights in bits (log2 m/u). Edit start.txt, not this.");
        out.print(new School(index).trained(lessons).text());
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
