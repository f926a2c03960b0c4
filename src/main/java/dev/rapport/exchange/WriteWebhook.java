package dev.rapport.exchange;

import java.util.List;

/**
 * Tells another system from now on.
 *
 * @param url where to, by https
 * @param events codes of {@link WebhookEvent}
 */
public record WriteWebhook(String name, String url, List<String> events) {}
