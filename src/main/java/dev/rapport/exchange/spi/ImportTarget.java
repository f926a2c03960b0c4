package dev.rapport.exchange.spi;

import java.util.List;
import java.util.Map;

/** Something that can be imported. Ask for the implementations at call time. */
public interface ImportTarget {

    /** What is imported, plural, as typed on the command line: {@code messages}. */
    String kind();

    /** The fields a line may have, for the guide on the screen and for the check of a file's head. */
    List<ImportField> fields();

    /**
     * The options this import wants, {@code inbox} for messages. With an option {@code source} its columns can be called
     * what that source calls them: a mapping is proposed, asked about and remembered for the source.
     */
    List<ImportField> options();

    /**
     * Looks at the options before anything is read and completes them, for example with the id of an inbox made now.
     *
     * @throws IllegalArgumentException with what to do, in words for a user
     */
    Map<String, String> prepare(Map<String, String> options);

    /**
     * Takes lines in the caller's transaction, in which the import's progress is stored too. A bad line is refused by
     * number, never thrown; the rest is taken. Taking a line twice changes nothing.
     *
     * <p>It has no effect outside that transaction: no transaction of its own, nothing kept in memory or on disk, nobody
     * told before the commit. A preview takes lines, counts what became of them and rolls back. The same holds for
     * {@link #prepare}.
     */
    ImportOutcome take(Map<String, String> options, List<ImportLine> lines);
}
