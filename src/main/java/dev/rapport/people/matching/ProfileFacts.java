package dev.rapport.people.matching;

import java.util.List;

/**
 * What a profile shows, and what its owner said in private. Unknown is an empty text or list.
 *
 * @param said e-mail addresses and numbers given in private messages; never shown or used in public
 */
public record ProfileFacts(
        String platform,
        String handle,
        String displayName,
        String bio,
        String location,
        String website,
        boolean verified,
        List<String> said) {

    public ProfileFacts {
        said = List.copyOf(said);
    }

    /** A profile of which only the handle is known. */
    public static ProfileFacts handle(String platform, String handle) {
        return new ProfileFacts(platform, handle, "", "", "", "", false, List.of());
    }
}
