package dev.rapport.desk.person;

import dev.rapport.desk.words.Due;
import dev.rapport.desk.words.Piece;
import dev.rapport.desk.words.ReadOpinion;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something on a person's timeline. */
public sealed interface Moment {

    Instant at();

    /** Where it stands among everything else. */
    Point point();

    /**
     * They said something.
     *
     * @param words empty when its author deleted it
     * @param answeredAt when one of us spoke next in the thread
     * @param due the promised reply, while this is what waits for it
     */
    record Said(
            long id,
            Instant at,
            long conversation,
            String icon,
            @Nullable String handle,
            String where,
            boolean isPublic,
            @Nullable String language,
            List<Piece> words,
            List<Judged> opinions,
            @Nullable Instant answeredAt,
            @Nullable Due due)
            implements Moment {

        @Override
        public Point point() {
            return Point.of(at, 1, id);
        }
    }

    /**
     * An opinion with what they had of its target when they said it.
     *
     * @param possession empty for what we do not sell
     */
    record Judged(ReadOpinion opinion, @Nullable Possession possession) {}

    /** They bought something or gave it back, a contract began or ended. */
    record Held(Instant at, boolean isEnd, Holding holding) implements Moment {

        @Override
        public Point point() {
            return Point.of(at, (isEnd ? 4 : 2) + (holding.isContract() ? 1 : 0), holding.id());
        }
    }

    /**
     * A case of theirs was opened or resolved.
     *
     * @param state of the case now
     * @param by who did it; empty for a rule
     * @param reason why it was resolved, the name of a constant
     */
    record Worked(
            long id,
            Instant at,
            boolean isResolved,
            long caseId,
            String title,
            String state,
            @Nullable String by,
            @Nullable String reason)
            implements Moment {

        @Override
        public Point point() {
            return Point.of(at, isResolved ? 7 : 6, id);
        }
    }

    /**
     * A link between them and a profile was made, refused or taken back.
     *
     * @param by who decided; empty when the evidence did
     * @param isStanding whether this is how the link is now, so that it can be taken back here
     */
    record Linked(
            long id,
            Instant at,
            long link,
            String state,
            String profile,
            String icon,
            @Nullable String by,
            @Nullable Double probability,
            @Nullable String why,
            boolean isStanding)
            implements Moment {

        @Override
        public Point point() {
            return Point.of(at, 8, id);
        }
    }
}
