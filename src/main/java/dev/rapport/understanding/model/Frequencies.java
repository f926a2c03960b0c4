package dev.rapport.understanding.model;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** In how many texts in a hundred the commoner words stand, of any kind of text. */
public final class Frequencies {

    private static final float RARE = 1e-5f;

    private final Map<Integer, Float> shares;

    private Frequencies(Map<Integer, Float> shares) {
        this.shares = shares;
    }

    public static Frequencies none() {
        return new Frequencies(Map.of());
    }

    /** Words in at least one text of {@code oneIn} are kept. */
    public static Frequencies of(Iterable<int[]> texts, int oneIn) {
        Map<Integer, Integer> counts = new HashMap<>();
        int all = 0;
        for (int[] text : texts) {
            all++;
            Set<Integer> words = new HashSet<>();
            for (int word : text) {
                words.add(word);
            }
            words.forEach(word -> counts.merge(word, 1, Integer::sum));
        }
        Map<Integer, Float> shares = new TreeMap<>();
        for (Map.Entry<Integer, Integer> one : counts.entrySet()) {
            if ((long) one.getValue() * oneIn >= all) {
                shares.put(one.getKey(), one.getValue() / (float) all);
            }
        }
        return new Frequencies(shares);
    }

    /** The share of texts that hold a word; never zero. */
    public float of(int word) {
        return shares.getOrDefault(word, RARE);
    }

    /** The words kept. */
    public Set<Integer> words() {
        return shares.keySet();
    }

    public void write(DataOutputStream out) throws IOException {
        out.writeInt(shares.size());
        for (Map.Entry<Integer, Float> one : new TreeMap<>(shares).entrySet()) {
            out.writeInt(one.getKey());
            out.writeFloat(one.getValue());
        }
    }

    public static Frequencies read(DataInputStream in) throws IOException {
        int size = in.readInt();
        Map<Integer, Float> shares = HashMap.newHashMap(size);
        for (int i = 0; i < size; i++) {
            shares.put(in.readInt(), in.readFloat());
        }
        return new Frequencies(shares);
    }
}
