package dev.rapport.people;

import dev.rapport.people.Evidence.Kind;
import dev.rapport.people.Evidence.SeenIn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Evidence as it stands in the table: a list of objects with kind, words, seen_in and, where they count, rivals, shared. */
public final class EvidenceRows {

    private static final JsonMapper JSON = JsonMapper.shared();

    private EvidenceRows() {}

    static String write(List<Evidence> evidence) {
        return JSON.writeValueAsString(evidence.stream().map(EvidenceRows::row).toList());
    }

    /** Reads them again; a kind that this version does not know is left out. */
    public static List<Evidence> read(String json) {
        return JSON.readTree(json)
                .valueStream()
                .filter(EvidenceRows::isKnown)
                .map(EvidenceRows::one)
                .toList();
    }

    private static Map<String, Object> row(Evidence one) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("kind", one.kind().name());
        row.put("words", one.words());
        row.put("seen_in", one.seenIn().name());
        row.put("rivals", one.rivals());
        row.put("shared", one.isShared());
        return row;
    }

    private static boolean isKnown(JsonNode row) {
        String kind = row.path("kind").asString("");
        return List.of(Kind.values()).stream().anyMatch(known -> known.name().equals(kind));
    }

    private static Evidence one(JsonNode row) {
        return new Evidence(
                Kind.valueOf(row.path("kind").asString("")),
                row.path("words").asString(""),
                SeenIn.valueOf(row.path("seen_in").asString("CRM")),
                row.path("rivals").asInt(0),
                row.path("shared").asBoolean(false));
    }
}
