package dev.rapport.access.web;

import dev.rapport.shared.web.FormProblems;

/** The form that makes an API token. */
public record TokenPage(TokenForm form, FormProblems problems) {}
