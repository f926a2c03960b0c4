package dev.rapport.commerce;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is promised for a purchase, both days included. */
public record Warranty(
        LocalDate from, LocalDate until, @Nullable String terms) {}
