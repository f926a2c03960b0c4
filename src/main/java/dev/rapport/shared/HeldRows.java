package dev.rapport.shared;

/** Takes what is held about somebody, row by row, section after section. */
@FunctionalInterface
public interface HeldRows {

    /**
     * Takes a row.
     *
     * @param section the name of its {@link HeldSection}
     * @param json the row as a JSON object
     */
    void row(String section, String json);
}
