package dev.rapport.understanding.endpoint;

import java.util.Map;

/** Some of what was entered cannot be taken: the message key of the problem by field. */
public final class CannotSave extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, String> problems;

    CannotSave(Map<String, String> problems) {
        super("Cannot be taken: " + problems.keySet());
        this.problems = Map.copyOf(problems);
    }

    public Map<String, String> problems() {
        return problems;
    }
}
