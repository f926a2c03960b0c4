package dev.rapport.channels.web;

import dev.rapport.channels.spi.Setup;
import dev.rapport.shared.WebhookSignature;
import dev.rapport.shared.web.FormProblems;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A place as it is entered in the common form. Secrets go in and never come out again. */
public record PushedForm(Setup setup, Map<String, String> values) {

    static final String NAME = "name";

    /** The value of a field for the screen; secrets are not shown again. */
    public String shown(Setup.Field field) {
        return field.kind() == Setup.Kind.SECRET ? "" : value(field.name());
    }

    public String name() {
        return value(NAME);
    }

    FormProblems problems(boolean isNew) {
        FormProblems problems =
                FormProblems.none().when(name().isEmpty() || name().length() > 100, NAME, "channels.problem.name");
        for (Setup.Field field : setup.fields()) {
            String value = value(field.name());
            boolean isEntered = isNew || field.kind() != Setup.Kind.SECRET;
            boolean isMissing = field.isRequired() && isEntered && field.kind() != Setup.Kind.MADE && value.isEmpty();
            boolean isNoAddress = field.kind() == Setup.Kind.ADDRESS && !value.isEmpty() && !isAddress(value);
            problems = problems.when(isMissing, field.name(), "channels.problem.missing")
                    .when(isNoAddress, field.name(), "channels.problem.server");
        }
        return problems;
    }

    /** What is not secret, addresses without the slash at their end. */
    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        for (Setup.Field field : setup.fields()) {
            String value = value(field.name());
            switch (field.kind()) {
                case TEXT, MAILBOX -> settings.put(field.name(), value);
                case ADDRESS -> settings.put(field.name(), value.replaceFirst("/+$", ""));
                case LINES -> settings.put(field.name(), lines(value));
                case SECRET, MADE -> {}
            }
        }
        return settings;
    }

    /** The secrets that were entered, and new ones where we make them. */
    Map<String, String> secrets() {
        Map<String, String> secrets = new HashMap<>(made());
        for (Setup.Field field : setup.fields()) {
            if (field.kind() == Setup.Kind.SECRET && !value(field.name()).isEmpty()) {
                secrets.put(field.name(), value(field.name()));
            }
        }
        return secrets;
    }

    private Map<String, String> made() {
        return setup.fields().stream()
                .filter(field -> field.kind() == Setup.Kind.MADE)
                .collect(Collectors.toMap(Setup.Field::name, field -> newSecret(setup)));
    }

    /** Signed webhooks have a form of their own; elsewhere letters, digits and little else are allowed. */
    static String newSecret(Setup setup) {
        String secret = WebhookSignature.newSecret();
        return setup.network().equals("webhook") ? secret : secret.replaceAll("^whsec_|[^A-Za-z0-9]", "");
    }

    private String value(String field) {
        return values.getOrDefault(field, "").strip();
    }

    private static String lines(String value) {
        return Arrays.stream(value.split("[\\r\\n,]+"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static boolean isAddress(String value) {
        try {
            URI address = URI.create(value);
            return address.getHost() != null
                    && String.valueOf(address.getScheme()).matches("https?");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "PushedForm[name=" + name() + "]";
    }
}
