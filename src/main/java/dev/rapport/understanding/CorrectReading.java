package dev.rapport.understanding;

import dev.rapport.shared.UserId;

/** Says what a reading should have been; the same again about the same thing replaces what was said before. */
public record CorrectReading(Wording wording, Change change, UserId by) {}
