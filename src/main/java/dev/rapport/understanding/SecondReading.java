package dev.rapport.understanding;

import java.util.List;

/**
 * What a second reader, a model outside of this house, said about a wording, checked against it.
 *
 * @param model its name
 * @param version of the question that was put
 * @param confidence 0 to 1, by its own word
 * @param opinions at most one about each target
 */
record SecondReading(
        Wording wording,
        String model,
        String version,
        Polarity polarity,
        double confidence,
        List<SecondOpinion> opinions) {}
