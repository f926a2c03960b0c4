package dev.rapport.channels.web;

import dev.rapport.channels.ChannelKind;
import java.util.List;

/**
 * The kinds of places that can be connected, besides mailboxes.
 *
 * @param places those we ask
 * @param pushed those that deliver by themselves
 */
public record KindsPage(List<PlaceKind> places, List<ChannelKind> pushed) {}
