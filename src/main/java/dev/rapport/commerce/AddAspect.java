package dev.rapport.commerce;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds an aspect people judge by itself, of one entry or, when {@code of} is empty, of all. */
public record AddAspect(
        String name, List<String> words, @Nullable Target of) {}
