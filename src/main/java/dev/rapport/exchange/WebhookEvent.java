package dev.rapport.exchange;

import java.util.Arrays;
import java.util.Optional;

/** What other systems can be told of, by the name they know it by. */
public enum WebhookEvent {
    CASE_OPENED("case.opened"),
    CASE_RESOLVED("case.resolved"),
    CONVERSATION_ANSWERED("conversation.answered"),
    OPINION_HEARD("opinion.heard"),
    LINK_DECIDED("link.decided"),
    CONSENT_CHANGED("consent.changed"),
    /** To see whether it works; nobody asks for it. */
    TEST("rapport.test");

    private final String code;

    WebhookEvent(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** Those that can be asked for. */
    public static WebhookEvent[] chosen() {
        return Arrays.copyOf(values(), TEST.ordinal());
    }

    static Optional<WebhookEvent> of(String code) {
        return Arrays.stream(chosen()).filter(one -> one.code.equals(code)).findFirst();
    }
}
