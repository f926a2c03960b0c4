package dev.rapport.channels.web;

import dev.rapport.channels.spi.Health;
import dev.rapport.shared.web.FormProblems;
import java.util.List;

/** Connecting a place: the form and, after an attempt, what was seen step by step. */
public record PlacePage(PlaceForm form, List<Health.Step> steps, FormProblems problems) {}
