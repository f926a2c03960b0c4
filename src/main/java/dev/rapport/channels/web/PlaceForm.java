package dev.rapport.channels.web;

import dev.rapport.channels.Inbox;
import dev.rapport.shared.web.FormProblems;
import java.util.HashMap;
import java.util.Map;

/**
 * A place as it is entered: its name and what its kind asks for. Secrets go in and never come out again.
 *
 * @param values by the names of the kind's fields
 */
public record PlaceForm(PlaceKind kind, String name, Map<String, String> values) {

    private static final int LONGEST = 1_000;

    static PlaceForm empty(PlaceKind kind) {
        Map<String, String> usual = new HashMap<>();
        kind.fields().forEach(field -> usual.put(field.name(), field.usual()));
        return new PlaceForm(kind, "", usual);
    }

    static PlaceForm of(PlaceKind kind, Inbox inbox) {
        return new PlaceForm(kind, inbox.name(), inbox.settings());
    }

    static PlaceForm entered(PlaceKind kind, Map<String, String> given) {
        Map<String, String> values = new HashMap<>();
        given.forEach((name, value) -> values.put(name, value.strip()));
        return new PlaceForm(kind, values.getOrDefault("name", ""), values);
    }

    /** The value of a field for the screen; of a secret, none. */
    public String shown(PlaceKind.Field field) {
        return field.isSecret() ? "" : values.getOrDefault(field.name(), field.usual());
    }

    public String take() {
        return values.getOrDefault("take", "latest");
    }

    public String every() {
        return values.getOrDefault("every", "PT15M");
    }

    FormProblems problems(boolean isNew) {
        FormProblems problems =
                FormProblems.none().when(name.isEmpty() || name.length() > 100, "name", "channels.problem.name");
        for (PlaceKind.Field field : kind.fields()) {
            String value = values.getOrDefault(field.name(), "");
            boolean missing = value.isEmpty() && field.isRequired() && (isNew || !field.isSecret());
            boolean isNoNumber = field.isNumber() && !value.matches("\\d{1,6}");
            problems = problems.when(missing || value.length() > LONGEST, field.name(), "channels.problem.needed")
                    .when(isNoNumber && !missing, field.name(), "channels.problem.number");
        }
        return problems;
    }

    /** Known settings with what the form changes. */
    Map<String, String> settings(Map<String, String> known) {
        Map<String, String> all = new HashMap<>(known);
        kind.fields().stream()
                .filter(field -> !field.isSecret())
                .forEach(field -> all.put(field.name(), values.getOrDefault(field.name(), "")));
        if (kind.asksHowFar()) {
            all.putIfAbsent("take", take());
        }
        if (kind.kind().equals("feed")) {
            all.put("every", every());
        }
        return all;
    }

    /** The secrets that were entered. */
    Map<String, String> secrets() {
        Map<String, String> entered = new HashMap<>();
        kind.fields().stream()
                .filter(field -> field.isSecret()
                        && !values.getOrDefault(field.name(), "").isEmpty())
                .forEach(field -> entered.put(field.name(), values.getOrDefault(field.name(), "")));
        return entered;
    }

    @Override
    public String toString() {
        return "PlaceForm[kind=" + kind.kind() + ", name=" + name + "]";
    }
}
