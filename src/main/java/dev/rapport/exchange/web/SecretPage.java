package dev.rapport.exchange.web;

import dev.rapport.exchange.Webhook;

/** A secret that was just made, shown this once. */
public record SecretPage(Webhook webhook, String secret) {}
