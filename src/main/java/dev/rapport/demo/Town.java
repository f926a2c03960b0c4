package dev.rapport.demo;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Everything that is said in the world, where and by whom. A line has the fields of an import of messages, its author and
 * place by their short names, and {@code ago} instead of the time.
 */
@Component
@WhenDemo
class Town {

    private final List<Place> places;
    private final Map<String, Voice> voices;
    private final Map<String, List<Map<String, Object>>> lines;
    private final Map<String, Place> placeOf = new HashMap<>();
    private final Map<String, Object> authorOf = new HashMap<>();

    Town(WorldFiles files) {
        places = files.lines("inboxes.ndjson", Place.class);
        voices = files.lines("voices.ndjson", Voice.class).stream()
                .collect(Collectors.toMap(voice -> key(voice.network(), voice.handle()), Function.identity()));
        lines = places.stream()
                .collect(Collectors.toMap(Place::file, place -> files.lines("messages/" + place.file() + ".ndjson")));
        places.forEach(place -> lines(place).forEach(line -> know(place, line)));
        files.lines("later.ndjson").forEach(line -> know(named(text(line, "inbox")), line));
    }

    List<Place> places() {
        return places;
    }

    /** What was said there before the world began, as its file has it. */
    List<Map<String, Object>> lines(Place place) {
        return lines.getOrDefault(place.file(), List.of());
    }

    /** The place with messages in a file of this name. */
    Place named(String file) {
        return places.stream()
                .filter(place -> place.file().equals(file))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The demo world has no place “" + file + "”."));
    }

    /** Where the message with this id is said. */
    Place placeOf(String id) {
        return Objects.requireNonNull(placeOf.get(id), () -> "The demo world has no message " + id + ".");
    }

    /** A line in the form that is imported, said when its {@code ago} says. */
    Map<String, Object> said(Place place, Map<String, Object> line, Instant began) {
        Instant at = Ago.of(text(line, "ago"), began.atZone(Voice.HOME)).toInstant();
        return saidAt(at, place, line);
    }

    /** A line in the form that is imported, said at that moment. */
    Map<String, Object> saidAt(Instant at, Place place, Map<String, Object> line) {
        Voice voice = voice(place, text(line, "author"));
        Map<String, Object> said = new LinkedHashMap<>(line);
        List.of("ago", "after", "inbox").forEach(said::remove);
        said.put("author", voice.author());
        said.put("said_at", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(voice.clock())));
        said.put("visibility", place.visibility());
        String addressee = addressee(place, line);
        if (addressee != null) {
            said.put("addressees", addressee);
        }
        Object within = said.remove("place");
        if (within != null) {
            said.put("place", place(place, within.toString()));
        }
        return said;
    }

    /** Whoever is answered; a mail that answers nobody is addressed to us. */
    private @Nullable String addressee(Place place, Map<String, Object> line) {
        Object answered = line.get("in_reply_to");
        if (answered != null) {
            return Objects.requireNonNull(authorOf.get(answered.toString()), () -> "Nobody said " + answered + ".")
                    .toString();
        }
        return place.network().equals("mail") ? place.address() : null;
    }

    private static Map<String, Object> place(Place place, String within) {
        String name = Objects.requireNonNull(place.places()).get(within);
        return Map.of(
                "kind", Objects.requireNonNull(place.kind()),
                "id", within,
                "name", Objects.requireNonNull(name, () -> place.name() + " has no place “" + within + "”."));
    }

    private void know(Place place, Map<String, Object> line) {
        String id = text(line, "id");
        if (placeOf.put(id, place) != null) {
            throw new IllegalStateException("Two messages of the demo world are called " + id + ".");
        }
        authorOf.put(id, text(line, "author"));
    }

    private Voice voice(Place place, String handle) {
        return voices.getOrDefault(key(place.network(), handle), Voice.unknown(place.network(), handle));
    }

    static String text(Map<String, Object> line, String field) {
        return Objects.requireNonNull(line.get(field), () -> "A line without “" + field + "”: " + line)
                .toString();
    }

    private static String key(String network, String handle) {
        return network + ' ' + handle;
    }
}
