package dev.rapport.people;

import dev.rapport.shared.UserId;
import java.time.Duration;

/** Puts a question off: for somebody until tomorrow, or for everybody when it cannot be told. */
public record PostponeLink(LinkId link, UserId by, Answer answer) {

    /** Why there is none yet. */
    public enum Answer {
        LATER(Duration.ofHours(20)),
        CANNOT_TELL(Duration.ofDays(90));

        private final Duration rest;

        Answer(Duration rest) {
            this.rest = rest;
        }

        /** How long it is not asked. */
        public Duration rest() {
            return rest;
        }
    }
}
