package dev.rapport.understanding;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What was learnt of English words from public labelled texts: a feeling for some, and for all that they are everyday words
 * and no names.
 */
record WordWeights(String version, Map<String, Float> weights, Set<String> everyday) {

    static WordWeights shipped() {
        return Loaded.SHIPPED;
    }

    private static final class Loaded {
        static final WordWeights SHIPPED = load();

        private static WordWeights load() {
            Map<String, Float> weights = new HashMap<>();
            Set<String> everyday = new java.util.HashSet<>();
            String version = "none";
            for (String line : RuleFile.lines("weights_en")) {
                String[] parts = line.split(" ");
                if (parts[0].equals("version:")) {
                    version = parts[1];
                } else {
                    everyday.add(parts[0]);
                    weights.put(parts[0], parts.length > 1 ? Float.parseFloat(parts[1]) : 0f);
                }
            }
            return new WordWeights(version, Map.copyOf(weights), Set.copyOf(everyday));
        }
    }
}
