package dev.rapport.understanding.endpoint;

import java.time.LocalDate;

/** What was asked on one day, in UTC. */
public record Use(LocalDate day, int calls, long tokens) {}
