package dev.rapport.desk.person;

import dev.rapport.people.Nature;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who speaks with a profile, as far as somebody decided, or who it could be. */
public sealed interface Speaker {

    /**
     * A person we know.
     *
     * @param holdings the latest first
     * @param cases other work for them that is not resolved
     * @param profiles their others
     */
    record Known(
            long person,
            String name,
            @Nullable String place,
            long link,
            @Nullable String decidedBy,
            List<Holding> holdings,
            List<Work> cases,
            List<Other> profiles,
            LocalDate today)
            implements Speaker {}

    /**
     * Nobody decided yet; perhaps one of these.
     *
     * @param nature what speaks when it is not one person
     */
    record Unknown(List<Candidate> candidates, @Nullable Nature nature) implements Speaker {}

    /** A case. */
    record Work(long id, String title, String state) {}

    /** Another profile. */
    record Other(String name, String network, String icon) {}

    /** Somebody it could be. */
    record Candidate(
            long link,
            long person,
            String name,
            @Nullable String place,
            @Nullable Double probability,
            List<String> reasons) {}
}
