package dev.rapport.people.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What erasing a person would do.
 *
 * @param pending what would be broken off
 * @param problem the message key of what is wrong with the name that was typed
 */
public record ErasurePage(
        long id,
        String name,
        Map<String, Long> held,
        Map<String, Long> pending,
        @Nullable String problem) {}
