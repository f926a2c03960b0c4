package dev.rapport.conversations;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Named values of a line or a JSON object, read leniently in their spelling and strictly in their meaning. */
record Fields(Map<String, Object> values) {

    /** The way many exports write a time with its offset. */
    private static final DateTimeFormatter SPACED =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss[ ]XX", Locale.ROOT);

    @Nullable
    Object value(String name) {
        Object value = values.get(name);
        return value == null && name.indexOf('_') > 0 ? values.get(camelCase(name)) : value;
    }

    /** A text, empty ones counting as missing. */
    @Nullable
    String text(String name) {
        return switch (value(name)) {
            case null -> null;
            case String text -> text.isBlank() ? null : text;
            case Number number -> number.toString();
            case Boolean bool -> bool.toString();
            case Map<?, ?> object -> null;
            case Object other ->
                throw new IllegalArgumentException(
                        "The field “" + name + "” has to be a text, not " + kind(other) + ".");
        };
    }

    /** A list of texts; a single text is split at {@code |}. */
    List<String> texts(String name) {
        Object value = value(name);
        if (value instanceof List<?> list) {
            return list.stream().filter(Objects::nonNull).map(Object::toString).toList();
        }
        String text = text(name);
        return text == null
                ? List.of()
                : Arrays.stream(text.split("\\|"))
                        .map(String::strip)
                        .filter(one -> !one.isEmpty())
                        .toList();
    }

    @Nullable
    Integer integer(String name) {
        Double number = decimal(name);
        if (number == null) {
            return null;
        }
        if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("The field “" + name + "” has to be a whole number.");
        }
        return number.intValue();
    }

    @Nullable
    Double decimal(String name) {
        if (value(name) instanceof Number number) {
            return number.doubleValue();
        }
        String text = text(name);
        try {
            return text == null ? null : Double.valueOf(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("The field “" + name + "” has to be a number.", e);
        }
    }

    boolean bool(String name) {
        String text = text(name);
        return text != null && (text.equalsIgnoreCase("true") || text.equals("1") || text.equalsIgnoreCase("yes"));
    }

    /** A moment with its offset from UTC. */
    @Nullable
    OffsetDateTime moment(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        try {
            return text.indexOf('T') > 0 ? iso(text) : OffsetDateTime.parse(text, SPACED);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "The field “" + name + "” is not a time with its offset; write it as 2026-01-31T09:30:00+01:00.",
                    e);
        }
    }

    <E extends Enum<E>> E constant(String name, Class<E> type, E otherwise) {
        String text = text(name);
        if (text == null) {
            return otherwise;
        }
        try {
            return Enum.valueOf(type, text.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The field “" + name + "” has to be one of "
                            + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT) + ".",
                    e);
        }
    }

    /** An object within this one, or null when the field is missing or plain. */
    @Nullable
    Fields within(String name) {
        return value(name) instanceof Map<?, ?> object ? of(object) : null;
    }

    List<Fields> objects(String name) {
        return value(name) instanceof List<?> list
                ? list.stream()
                        .filter(Map.class::isInstance)
                        .map(one -> of((Map<?, ?>) one))
                        .toList()
                : List.of();
    }

    private static OffsetDateTime iso(String text) {
        return text.endsWith("Z") ? Instant.parse(text).atOffset(ZoneOffset.UTC) : OffsetDateTime.parse(text);
    }

    @SuppressWarnings("unchecked") // a JSON object's keys are strings
    private static Fields of(Map<?, ?> object) {
        return new Fields((Map<String, Object>) object);
    }

    private static String camelCase(String name) {
        StringBuilder out = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            out.append(c == '_' && i + 1 < name.length() ? Character.toUpperCase(name.charAt(++i)) : c);
        }
        return out.toString();
    }

    private static String kind(Object value) {
        return value instanceof List ? "a list" : "a " + value.getClass().getSimpleName();
    }
}
