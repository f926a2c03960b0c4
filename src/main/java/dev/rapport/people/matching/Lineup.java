package dev.rapport.people.matching;

import dev.rapport.shared.PersonId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The contacts one profile was compared with. */
record Lineup(ProfileScan profile, List<Suspect> suspects) {

    static Lineup of(ProfileFacts facts, ContactIndex index) {
        var profile = new ProfileScan(facts, index);
        var comparison = new Comparison(profile, index);
        List<Suspect> suspects = new Candidates(index)
                .of(profile).stream()
                        .map(comparison::with)
                        .filter(Lineup::isWorthIt)
                        .toList();
        return new Lineup(profile, suspects);
    }

    Lineup without(@Nullable PersonId person) {
        return person == null
                ? this
                : new Lineup(
                        profile,
                        suspects.stream()
                                .filter(suspect -> suspect.person() != person.value())
                                .toList());
    }

    void consider(Circumstance circumstance) {
        int level = circumstance.kind().levels().indexOf(circumstance.level());
        suspects.stream()
                .filter(suspect -> suspect.person() == circumstance.person().value())
                .forEach(suspect -> suspect.gamma().set(circumstance.kind(), level));
    }

    private static boolean isWorthIt(Suspect suspect) {
        return suspect.handle().form() != Form.NOTHING
                || suspect.display().form() != Form.NOTHING
                || suspect.gamma().level(Kind.EMAIL) == 0
                || suspect.gamma().level(Kind.EMAIL) == 2
                || suspect.gamma().level(Kind.SAID) == 0
                || suspect.gamma().level(Kind.KNOWN_HANDLE) == 0
                || suspect.gamma().level(Kind.KNOWN_HANDLE) == 1
                || suspect.gamma().level(Kind.WEBSITE) == 0;
    }

    /** The words a piece of evidence was found in, as far as the profile shows them. */
    String found(Kind kind, Suspect suspect, ContactIndex index) {
        NameReader shown = profile.display();
        return switch (kind) {
            case HANDLE, HANDLE_TOO -> suspect.handle().found(profile.handle().scan().letters);
            case HANDLE_REST -> suspect.handle().rest(profile.handle().scan().letters);
            case DISPLAY_NAME -> shown == null ? "" : suspect.display().found(shown.scan().letters);
            case DISPLAY_REST -> shown == null ? "" : suspect.display().rest(shown.scan().letters);
            case PLACE -> places(suspect.slot(), index);
            case WEBSITE -> ContactParts.host(profile.facts().website());
            case EMAIL -> addresses(suspect.slot(), index);
            case KNOWN_HANDLE -> profile.facts().handle();
            default -> "";
        };
    }

    private String addresses(int slot, ContactIndex index) {
        return profile.said().stream()
                .filter(term -> index.has(slot, term))
                .map(term -> index.terms().text(term))
                .filter(said -> said.indexOf('@') > 0)
                .collect(Collectors.joining(", "));
    }

    private String places(int slot, ContactIndex index) {
        return IntStream.range(0, index.parts(slot))
                .filter(part ->
                        index.role(slot, part).isPlace() && profile.places().contains(index.term(slot, part)))
                .mapToObj(part -> index.terms().text(index.term(slot, part)))
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
