package dev.rapport.understanding.web;

import dev.rapport.shared.Sql;
import dev.rapport.shared.web.FormProblems;
import dev.rapport.understanding.CareRules;
import dev.rapport.understanding.Trial;
import dev.rapport.understanding.WritePattern;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;

/** Tries a pattern and finds where what it caught was said. */
@Repository
class TrialReads {

    private static final int AROUND = 90;

    private final Sql sql;
    private final CareRules rules;

    TrialReads(Sql sql, CareRules rules) {
        this.sql = sql;
        this.rules = rules;
    }

    private record Place(long id, long conversation, Instant saidAt) {}

    TrialPage of(WritePattern pattern, FormProblems problems) {
        if (!problems.isEmpty()) {
            return TrialPage.not(problems);
        }
        Trial trial = rules.trial(pattern);
        Map<Long, Place> places = places(trial.newest());
        return new TrialPage(
                problems,
                trial.said(),
                trial.caught(),
                trial.newest().stream()
                        .filter(caught -> places.containsKey(caught.message().value()))
                        .map(caught -> found(
                                caught,
                                Objects.requireNonNull(
                                        places.get(caught.message().value()))))
                        .toList());
    }

    private Map<Long, Place> places(List<Trial.Caught> caught) {
        return caught.isEmpty()
                ? Map.of()
                : sql
                        .sql("""
                        select id, conversation_id as conversation, said_at from conversations.messages where id in (:ids)
                        """)
                        .param("ids", caught.stream().map(Trial.Caught::message).toList())
                        .list(Place.class)
                        .stream()
                        .collect(Collectors.toMap(Place::id, Function.identity()));
    }

    private static TrialPage.Found found(Trial.Caught caught, Place place) {
        String words = caught.words();
        return new TrialPage.Found(
                place.id(),
                place.conversation(),
                Excerpt.end(words.substring(0, caught.found().from()), AROUND),
                caught.found().of(words),
                Excerpt.beginning(words.substring(caught.found().to()), AROUND),
                place.saidAt());
    }
}
