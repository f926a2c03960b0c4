package dev.rapport.channels.web;

import java.util.List;

/** The connected places. */
public record ChannelsPage(List<ChannelRow> inboxes) {}
