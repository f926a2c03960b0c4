package dev.rapport.people;

import dev.rapport.people.CannotKeep.Why;
import java.util.stream.Stream;

/** What facts about a person have to be. */
final class PersonRules {

    static final int LONGEST = 200;

    private PersonRules() {}

    static void check(PersonFacts facts) {
        if (facts.name().isBlank()) {
            throw new CannotKeep(Why.NO_NAME, "");
        }
        Stream.concat(
                        facts.otherNames().stream(),
                        Stream.of(
                                facts.name(),
                                facts.givenName(),
                                facts.familyName(),
                                facts.gender(),
                                facts.title(),
                                facts.organisation(),
                                facts.city(),
                                facts.region(),
                                facts.country()))
                .filter(text -> text != null && text.length() > LONGEST)
                .findFirst()
                .ifPresent(text -> {
                    throw new CannotKeep(Why.TOO_LONG, text.substring(0, 40));
                });
        facts.addresses().stream()
                .filter(address -> !address.isPlausible())
                .findFirst()
                .ifPresent(address -> {
                    throw new CannotKeep(Why.NOT_AN_ADDRESS, address.value());
                });
    }
}
