package dev.rapport.commerce;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A purchase that came back: on which day, and why if somebody said so. */
public record Return(LocalDate on, @Nullable String why) {}
