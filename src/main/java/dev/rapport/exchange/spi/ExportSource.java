package dev.rapport.exchange.spi;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Something that can be written into a file, in the form it is imported in. Ask for the implementations at call time. */
public interface ExportSource {

    /** What is exported, plural, as typed on the command line: {@code catalogue}. */
    String kind();

    /** The names of all fields, in the order of a CSV's columns. */
    List<String> fields();

    /**
     * Hands over row after row without keeping them; a field that says nothing is left out. Values are what
     * {@link ImportLine} holds: text, numbers, booleans, lists and maps.
     */
    void each(Consumer<Map<String, Object>> row);
}
