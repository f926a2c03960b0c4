package dev.rapport.people;

import dev.rapport.people.Evidence.SeenIn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Evidence as it stands in the table: a list of objects with kind, level, words, seen_in, bits and rivals. */
public final class EvidenceRows {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final double HUNDREDTHS = 100;

    private EvidenceRows() {}

    static String write(List<Evidence> evidence) {
        return JSON.writeValueAsString(evidence.stream().map(EvidenceRows::row).toList());
    }

    /** Reads them again. */
    public static List<Evidence> read(String json) {
        return JSON.readTree(json).valueStream().map(EvidenceRows::one).toList();
    }

    private static Map<String, Object> row(Evidence one) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("kind", one.kind());
        if (!one.level().isEmpty()) {
            row.put("level", one.level());
        }
        row.put("words", one.words());
        row.put("seen_in", one.seenIn().name());
        if (one.bits() != null) {
            row.put("bits", Math.round(one.bits() * HUNDREDTHS) / HUNDREDTHS);
        }
        row.put("rivals", one.rivals());
        return row;
    }

    private static Evidence one(JsonNode row) {
        JsonNode bits = row.path("bits");
        return new Evidence(
                row.path("kind").asString(""),
                row.path("level").asString(""),
                row.path("words").asString(""),
                SeenIn.valueOf(row.path("seen_in").asString("CRM")),
                bits.isNumber() ? bits.asDouble() : null,
                row.path("rivals").asInt(0));
    }
}
