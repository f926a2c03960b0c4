package dev.rapport.shared.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is wrong with a form that was sent: at most one message key a field. */
public record FormProblems(Map<String, String> byField) {

    public static FormProblems none() {
        return new FormProblems(Map.of());
    }

    public static FormProblems of(String field, String key) {
        return new FormProblems(Map.of(field, key));
    }

    /** These and one more; the first problem of a field stands. */
    public FormProblems and(String field, String key) {
        Map<String, String> more = new LinkedHashMap<>(byField);
        more.putIfAbsent(field, key);
        return new FormProblems(more);
    }

    /** These, and {@code key} at {@code field} when {@code isWrong}. */
    public FormProblems when(boolean isWrong, String field, String key) {
        return isWrong ? and(field, key) : this;
    }

    public boolean isEmpty() {
        return byField.isEmpty();
    }

    public @Nullable String at(String field) {
        return byField.get(field);
    }
}
