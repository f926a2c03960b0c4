package dev.rapport.people;

import dev.rapport.people.matching.Lesson;
import dev.rapport.people.matching.Model;
import dev.rapport.people.matching.PlaceRates;
import dev.rapport.people.matching.School;
import dev.rapport.shared.Sql;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The weights in force: those the product comes with, moved by what people answered. They are fitted anew when some more
 * answers have come; curves and thresholds stay.
 */
@Component
class Models {

    private static final Logger log = LoggerFactory.getLogger(Models.class);
    private static final double GENERAL_RATE = 0.5;
    private static final int ENOUGH = 10;

    /**
     * What is asked now.
     *
     * @param rules its version, kept with every link it makes
     */
    record Current(String rules, Model model, PlaceRates rates, int answers) {}

    private record Row(long id, String weights, int answers) {}

    private final Sql sql;
    private final Contacts contacts;
    private final LessonReads lessons;
    private final Clock clock;
    private final Model shipped = Model.shipped();

    private volatile @Nullable Current current;
    private volatile long id = -1;

    Models(Sql sql, Contacts contacts, LessonReads lessons, Clock clock) {
        this.sql = sql;
        this.contacts = contacts;
        this.lessons = lessons;
        this.clock = clock;
    }

    Current current() {
        Current known = current;
        return known == null ? refresh() : known;
    }

    /** Takes over what this or another process fitted last. */
    synchronized Current refresh() {
        Row row = latest().orElse(new Row(0, "", 0));
        Current known = current;
        if (known != null && row.id() == id) {
            return known;
        }
        Current read = read(row);
        current = read;
        id = row.id();
        return read;
    }

    /**
     * Fits the weights to all answers when there are some more than the last time; the persons have to be read.
     *
     * @return whether they were fitted
     */
    @Transactional
    public boolean learn() {
        int known = refresh().answers();
        if (lessons.count() < known + ENOUGH) {
            return false;
        }
        List<Lesson> all = lessons.all();
        Model moved = new School(contacts.index()).withAnswers(shipped, all);
        sql.sql("insert into people.models (weights, answers, made_at) values (:weights, :answers, :now)")
                .param("weights", moved.text())
                .param("answers", all.size())
                .param("now", clock.instant())
                .update();
        refresh();
        return true;
    }

    private Optional<Row> latest() {
        return sql.sql("select id, weights, answers from people.models order by id desc limit 1")
                .optional(Row.class);
    }

    private Current read(Row row) {
        String rules = VerdictStore.RULES + Model.VERSION + (row.id() == 0 ? "" : "." + row.id());
        return new Current(rules, model(row), rates(row), row.answers());
    }

    /** Weights of another version of the product may name what this one does not know. */
    private Model model(Row row) {
        if (row.id() == 0) {
            return shipped;
        }
        try {
            return Model.parse(row.weights());
        } catch (RuntimeException unknown) {
            log.warn(
                    "The weights fitted last cannot be read; those of the product are used until they are fitted again",
                    unknown);
            return shipped;
        }
    }

    private PlaceRates rates(Row row) {
        PlaceRates rates = new PlaceRates(GENERAL_RATE);
        if (row.id() != 0) {
            lessons.all().forEach(lesson -> rates.learn(lesson.source(), lesson.person() != null));
        }
        return rates;
    }
}
