package dev.rapport.people.matching;

/**
 * A line-up of which the answer is known.
 *
 * @param answer the place of the right one among the suspects; -1 when it is nobody, or somebody who is not among them
 */
record Labelled(Lineup lineup, int answer) {

    static Labelled of(Lineup lineup, long person) {
        for (int i = 0; i < lineup.suspects().size(); i++) {
            if (lineup.suspects().get(i).person() == person) {
                return new Labelled(lineup, i);
            }
        }
        return new Labelled(lineup, -1);
    }
}
