package dev.rapport.people.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known about a person, the other side of a question. */
public record PersonCard(
        long id,
        String name,
        @Nullable String title,
        @Nullable String organisation,
        @Nullable String place,
        @Nullable LocalDate bornOn,
        List<String> otherNames,
        List<String> languages,
        List<String> addresses,
        List<String> numbers,
        List<String> holdings,
        List<String> profiles) {}
