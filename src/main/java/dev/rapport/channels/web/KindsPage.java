package dev.rapport.channels.web;

import dev.rapport.channels.ChannelKind;
import java.util.List;

/** The kinds of places that can be connected. */
public record KindsPage(List<ChannelKind> kinds) {}
