package dev.rapport.understanding.web;

import dev.rapport.shared.web.FormProblems;
import dev.rapport.understanding.CareReason;
import org.jspecify.annotations.Nullable;

/** The form of one reason; {@code reason} is empty for a new one. */
public record ReasonPage(@Nullable CareReason reason, ReasonForm form, FormProblems problems) {

    public String action() {
        return reason == null ? "/understanding/reasons" : "/understanding/reasons/" + reason.key();
    }

    public boolean isShipped() {
        return reason != null && reason.isShipped();
    }
}
