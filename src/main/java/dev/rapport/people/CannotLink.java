package dev.rapport.people;

import dev.rapport.shared.PersonId;
import org.jspecify.annotations.Nullable;

/** A decision about a link that makes no sense as things stand. */
public class CannotLink extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Why why;

    @Nullable
    private final Long standing;

    CannotLink(Why why) {
        this(why, null);
    }

    CannotLink(Why why, @Nullable PersonId standing) {
        super(why.words);
        this.why = why;
        this.standing = standing == null ? null : standing.value();
    }

    public Why why() {
        return why;
    }

    /** Whom the profile is linked to, when that is why. */
    public @Nullable PersonId standing() {
        return standing == null ? null : new PersonId(standing);
    }

    /** The reason; screens have it in every language. */
    public enum Why {
        ANOTHER_STANDS("The profile is linked to somebody else. Take that link back first, or say that it moves."),
        NOT_CONFIRMED("The link does not stand, so there is nothing to take back."),
        NOT_REFUSED("The link was not refused, so there is nothing to take back."),
        OURS("The profile is one of our own or a bot; only customers’ profiles are linked."),
        NOT_WANTED("This person does not want their profiles to be linked. Record that they allow it first."),
        NO_SUCH_PROFILE("There is no such profile."),
        NO_SUCH_PERSON("There is no such person."),
        NO_SUCH_LINK("There is no such link.");

        private final String words;

        Why(String words) {
            this.words = words;
        }
    }
}
