package dev.rapport.people.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Makes models: from nothing but profiles, from the answers of the queue, from labelled data of several sources. */
public final class School {

    private static final double LOOSENESS = 0.5;
    private static final int ROUNDS = 120;
    private static final int EM_ROUNDS = 10;
    /** Higher than what is promised: thresholds that give .99 on known sources give less on others. */
    private static final double PRECISION = 0.995;

    /** Where a name is shown as well, errors are few and mostly two records of one person. */
    private static final double PRECISION_WITH_NAME = 0.99;

    private final ContactIndex index;

    public School(ContactIndex index) {
        this.index = index;
    }

    /** Learns by expectation maximisation alone; links only where hardly any doubt is left. */
    public Model withoutAnswers(List<ProfileFacts> profiles) {
        List<Lineup> lineups =
                profiles.stream().map(profile -> Lineup.of(profile, index)).toList();
        var cautious = new Judgement(Calibration.NONE, Em.LINK);
        return new Model(Em.learn(Weights.start(), lineups, EM_ROUNDS), cautious, cautious);
    }

    /** Moves a model by what people answered; its curve and threshold stay. */
    public Model withAnswers(Model model, List<Lesson> answers) {
        return model.with(new Learning(LOOSENESS, ROUNDS).learn(model.weights(), labelled(answers)));
    }

    /** Weights from everything; curves and thresholds from what weights of the other sources say about each source. */
    public Model trained(List<Lesson> lessons) {
        List<Labelled> labelled = labelled(lessons);
        List<Stated> alone = leftOut(lessons, labelled, School::isAlone);
        List<Stated> withName = leftOut(lessons, labelled, lesson -> !isAlone(lesson));
        return new Model(
                learn(labelled), Judgement.fitted(alone, PRECISION), Judgement.fitted(withName, PRECISION_WITH_NAME));
    }

    /** What weights learnt from all other sources say about each source, before any curve. */
    public List<Stated> leftOut(List<Lesson> lessons) {
        return leftOut(lessons, labelled(lessons), lesson -> true);
    }

    private static List<Stated> leftOut(List<Lesson> lessons, List<Labelled> labelled, Predicate<Lesson> which) {
        List<Stated> stated = new ArrayList<>();
        for (String source :
                new TreeSet<>(lessons.stream().filter(which).map(Lesson::source).toList())) {
            Weights weights =
                    learn(chosen(lessons, labelled, lesson -> !lesson.source().equals(source)));
            Predicate<Lesson> isOfIt = lesson -> lesson.source().equals(source);
            stated.addAll(stated(weights, chosen(lessons, labelled, isOfIt.and(which))));
        }
        return stated;
    }

    private static boolean isAlone(Lesson lesson) {
        return lesson.profile().displayName().isBlank();
    }

    private static List<Labelled> chosen(List<Lesson> lessons, List<Labelled> labelled, Predicate<Lesson> which) {
        return IntStream.range(0, lessons.size())
                .filter(i -> which.test(lessons.get(i)))
                .mapToObj(labelled::get)
                .toList();
    }

    private static List<Stated> stated(Weights weights, List<Labelled> labelled) {
        List<Stated> stated = new ArrayList<>();
        for (Labelled one : labelled) {
            Posterior posterior = Posterior.of(one.lineup().suspects(), weights, 0);
            int best = posterior.best();
            if (best >= 0) {
                stated.add(new Stated(posterior.candidates()[best], best == one.answer()));
            }
        }
        return stated;
    }

    private static Weights learn(List<Labelled> labelled) {
        return new Learning(LOOSENESS, ROUNDS).learn(Weights.start(), labelled);
    }

    private List<Labelled> labelled(List<Lesson> lessons) {
        return lessons.stream()
                .map(lesson -> {
                    var person = lesson.person();
                    return Labelled.of(Lineup.of(lesson.profile(), index), person == null ? -1 : person.value());
                })
                .toList();
    }
}
