package dev.rapport.commerce.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was typed about an aspect; its words stand one on a line. {@code of} is the key of its only entry. */
public record AspectForm(
        @Nullable String name,
        @Nullable String words,
        @Nullable String of) {

    @Override
    public String name() {
        return name == null ? "" : name;
    }

    @Override
    public String words() {
        return words == null ? "" : words;
    }

    @Override
    public String of() {
        return of == null ? "" : of;
    }

    List<String> wordList() {
        return words().lines().toList();
    }
}
