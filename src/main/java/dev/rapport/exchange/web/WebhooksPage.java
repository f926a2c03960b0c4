package dev.rapport.exchange.web;

import dev.rapport.exchange.Webhook;
import java.util.List;

/** The systems that are told what happens here. */
public record WebhooksPage(List<Webhook> webhooks) {}
