package dev.rapport.desk;

import dev.rapport.desk.words.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The messages of a conversation with what was noted and done between them, or an earlier part of them.
 *
 * @param older where the part before this one ends; empty at the beginning
 * @param other the first name of whom we speak with, for "Only Amira and we read this"
 */
public record ThreadPart(
        long conversation,
        List<Block> blocks,
        @Nullable Place older,
        boolean isLatest,
        String other,
        boolean canAnswer) {}
