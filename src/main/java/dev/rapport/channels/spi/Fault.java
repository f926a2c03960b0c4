package dev.rapport.channels.spi;

import java.time.Instant;

/**
 * Why a connector could not do what it was asked, by what has to happen next. Classified by status and code, never by
 * the text of a message; anything unknown is {@link Broken}.
 */
public abstract sealed class Fault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private Fault(String why) {
        super(why);
    }

    private Fault(String why, Throwable cause) {
        super(why, cause);
    }

    /** The door refuses our key: somebody has to sign in again. */
    public static final class Auth extends Fault {
        public Auth(String why) {
            super(why);
        }
    }

    /** Too fast: nothing before {@link #until()}. */
    public static final class Slow extends Fault {
        private final Instant until;

        public Slow(String why, Instant until) {
            super(why);
            this.until = until;
        }

        public Instant until() {
            return until;
        }
    }

    /** Understood and declined; asking again changes nothing. */
    public static final class Refused extends Fault {
        public Refused(String why) {
            super(why);
        }
    }

    /** It may or may not have happened; find out before trying again. */
    public static final class Unsure extends Fault {
        private final boolean pending;

        public Unsure(String why, Throwable cause) {
            super(why, cause);
            this.pending = false;
        }

        private Unsure(String why) {
            super(why);
            this.pending = true;
        }

        /** It was taken without an id: somebody over there decides first. Until it can be found it is not posted. */
        public static Unsure pending(String why) {
            return new Unsure(why);
        }

        public boolean isPending() {
            return pending;
        }
    }

    /** Something failed on the way; nothing happened, trying again later may help. */
    public static final class Broken extends Fault {
        public Broken(String why) {
            super(why);
        }

        public Broken(String why, Throwable cause) {
            super(why, cause);
        }
    }

    /** One item breaks every attempt to fetch it; after a few it is set aside and the reading goes on behind it. */
    public static final class Stuck extends Fault {
        private final transient Item.Unreadable item;
        private final transient Cursor past;

        public Stuck(String why, Throwable cause, Item.Unreadable item, Cursor past) {
            super(why, cause);
            this.item = item;
            this.past = past;
        }

        public Item.Unreadable item() {
            return item;
        }

        /** Where reading goes on without it. */
        public Cursor past() {
            return past;
        }
    }
}
