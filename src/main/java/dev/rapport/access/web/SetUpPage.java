package dev.rapport.access.web;

import dev.rapport.shared.web.FormProblems;

/** The page of an owner link. */
public record SetUpPage(String secret, boolean isOpen, Newcomer newcomer, FormProblems problems) {}
