package dev.rapport.commerce;

import java.util.List;

/** Gives an aspect another name and other words. */
public record ChangeAspect(long id, String name, List<String> words) {}
