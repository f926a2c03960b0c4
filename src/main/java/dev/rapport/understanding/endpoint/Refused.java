package dev.rapport.understanding.endpoint;

/** How often something was of no use; {@code reason} is the code of a {@link Trouble} or a {@link Flaw}. */
public record Refused(String reason, int times) {

    /** The message key of its sentence. */
    public String key() {
        return reason.startsWith("flaw-")
                ? "understanding.endpoint." + reason
                : "understanding.endpoint.trouble." + reason;
    }
}
