package dev.rapport.channels.chat;

/** The page to try a chat from: {@code tag} is what a website needs. */
public record ExamplePage(long inbox, String name, String script, String tag) {}
