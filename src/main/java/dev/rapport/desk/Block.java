package dev.rapport.desk;

import java.util.ArrayList;
import java.util.List;

/**
 * Entries that are read by the same people.
 *
 * @param isRoom private ones inside a public thread
 */
public record Block(boolean isRoom, List<Entry> entries) {

    /** Closes private messages of a public thread into rooms of their own. */
    static List<Block> of(List<Entry> entries, boolean isPublicThread) {
        List<Block> blocks = new ArrayList<>();
        for (Entry entry : entries) {
            boolean isRoom = isPublicThread && entry instanceof Entry.Said said && !said.isPublic();
            if (blocks.isEmpty() || blocks.getLast().isRoom() != isRoom) {
                blocks.add(new Block(isRoom, new ArrayList<>()));
            }
            blocks.getLast().entries().add(entry);
        }
        return blocks;
    }
}
