package dev.rapport.shared.web;

/**
 * The page that says what went wrong.
 *
 * @param status the status of the answer
 * @param kind which words explain it ({@code error.<kind>.title})
 */
public record ErrorPage(int status, String kind) {}
