package dev.rapport.people.matching;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** One thing that profile and contact are compared by, with the levels the comparison may come out at. */
public enum Kind {
    /** How the handle names the person, when the profile shows nothing else. */
    HANDLE(levels(Form.values())),
    HANDLE_REST(restLevels()),
    /** How the handle names the person, beside a display name. */
    HANDLE_TOO(levels(Form.values())),
    DISPLAY_NAME(levels(Form.values())),
    DISPLAY_REST(restLevels()),
    NAMESAKES(List.of("r10", "r7", "r5", "r3", "r1", "one", "few", "some", "many", "most")),
    LENGTH(List.of("3", "4", "5", "6", "7", "8", "10", "13", "more")),
    EDGES(List.of("clean", "loose", "broken")),
    PLACE(List.of("city", "region", "country", "other")),
    ROLE(List.of("same", "other")),
    ORGANISATION(List.of("same")),
    WEBSITE(List.of("same", "same_shared", "names", "family", "other")),
    EMAIL(List.of("same", "other", "shared")),
    KNOWN_HANDLE(List.of("here", "elsewhere", "another_here")),
    SAID(List.of("same")),
    /** What they speak of was bought by the contact, by how many others have it too. */
    OWNS(List.of("rare", "some", "many")),
    /** They talk with somebody who is known to be of the contact's circle. */
    TALKS_WITH(List.of("colleague"));

    private final List<String> levels;

    Kind(List<String> levels) {
        this.levels = levels;
    }

    public List<String> levels() {
        return levels;
    }

    private static List<String> levels(Enum<?>[] constants) {
        return Arrays.stream(constants)
                .map(one -> one.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static List<String> restLevels() {
        return Arrays.stream(new String[] {"pair_", "one_"})
                .flatMap(form -> levels(Rest.values()).stream().map(form::concat))
                .toList();
    }
}
