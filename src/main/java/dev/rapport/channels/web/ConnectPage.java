package dev.rapport.channels.web;

import dev.rapport.channels.ChannelKind;
import dev.rapport.channels.Inbox;
import dev.rapport.channels.spi.Health;
import dev.rapport.shared.web.FormProblems;
import java.util.List;

/** Connecting a place of one kind: the form and, after an attempt, what was seen step by step. */
public record ConnectPage(
        ChannelKind kind, PushedForm form, List<Inbox> mailboxes, List<Health.Step> steps, FormProblems problems) {}
