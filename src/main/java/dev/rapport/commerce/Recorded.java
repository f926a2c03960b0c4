package dev.rapport.commerce;

/** What became of things told by another system: new, told differently than before, or told again. */
public record Recorded(int added, int changed, int repeated) {

    static final Recorded NOTHING = new Recorded(0, 0, 0);
}
