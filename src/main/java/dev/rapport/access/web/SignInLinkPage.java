package dev.rapport.access.web;

/** The page of a one-time sign-in link. A button uses it up, not the visit: browsers and scanners visit by themselves. */
public record SignInLinkPage(String secret, boolean isOpen) {}
