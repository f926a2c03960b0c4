package dev.rapport.people.web;

import dev.rapport.shared.web.FormProblems;

/** Writing down what somebody told one of us. */
public record ToldPage(ToldForm form, ToldSpeakers speakers, FormProblems problems) {}
