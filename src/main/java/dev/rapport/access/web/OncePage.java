package dev.rapport.access.web;

/**
 * Something that is shown once and never again, to be copied.
 *
 * @param kind which words explain it ({@code once.<kind>.title})
 * @param value what to copy
 * @param back where to go then
 */
public record OncePage(String kind, String value, String back) {

    @Override
    public String toString() {
        return "OncePage[" + kind + "]";
    }
}
