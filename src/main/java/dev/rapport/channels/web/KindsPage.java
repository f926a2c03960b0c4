package dev.rapport.channels.web;

import java.util.List;

/** The kinds of places that can be connected, besides mailboxes. */
public record KindsPage(List<PlaceKind> kinds) {}
