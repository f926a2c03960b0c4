package dev.rapport.understanding;

import dev.rapport.commerce.Target;

/** An entry of the catalogue, named in a text. */
public record Mention(Target target, String name, Span span) {}
