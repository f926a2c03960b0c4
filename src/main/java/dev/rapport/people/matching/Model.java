package dev.rapport.people.matching;

import java.util.List;
import java.util.Map;

/** Everything learnt: weights, the curves that make probabilities honest, and where the three zones begin. */
public final class Model {

    /** From this probability on it is worth asking a person. */
    public static final double ASK = 0.2;

    /** The version of the weights the product comes with. */
    public static final String VERSION = "1";

    private final Weights weights;
    private final Judgement handleAlone;
    private final Judgement withName;

    Model(Weights weights, Judgement handleAlone, Judgement withName) {
        this.weights = weights;
        this.handleAlone = handleAlone;
        this.withName = withName;
    }

    /** What the product comes with. */
    public static Model shipped() {
        return parse(WordFile.text("weights"));
    }

    /**
     * A model as {@link #text()} wrote it.
     *
     * @throws IllegalStateException when a line is missing or names a kind or level that this version does not know
     */
    public static Model parse(String text) {
        Map<String, List<String>> lines = WordFile.parse(text);
        return new Model(Weights.parse(lines), judgement(lines, "handle_alone"), judgement(lines, "with_name"));
    }

    private static Judgement judgement(Map<String, List<String>> lines, String name) {
        String key = "judgement " + name + " ";
        var curve = new Calibration(number(lines, key + "slope"), number(lines, key + "shift"));
        return new Judgement(curve, number(lines, key + "link"));
    }

    private static double number(Map<String, List<String>> lines, String key) {
        List<String> value = lines.get(key);
        if (value == null) {
            throw new IllegalStateException("The weights have no line “" + key + "”.");
        }
        return Double.parseDouble(value.getFirst());
    }

    /** The same judgement by other weights. */
    Model with(Weights others) {
        return new Model(others, handleAlone, withName);
    }

    Weights weights() {
        return weights;
    }

    Judgement judgement(ProfileFacts profile) {
        return profile.displayName().isBlank() ? handleAlone : withName;
    }

    /** From this probability on a profile like this one is linked by evidence. */
    public double link(ProfileFacts profile) {
        return judgement(profile).link();
    }

    Zone zone(ProfileFacts profile, double probability) {
        return probability >= link(profile) ? Zone.LINK : probability >= ASK ? Zone.ASK : Zone.LEAVE;
    }

    /** As the resource file has it. */
    public String text() {
        return handleAlone.text("handle_alone") + withName.text("with_name") + weights.text();
    }
}
