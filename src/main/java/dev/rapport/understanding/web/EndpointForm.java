package dev.rapport.understanding.web;

import dev.rapport.shared.UserId;
import dev.rapport.understanding.endpoint.Endpoint;
import dev.rapport.understanding.endpoint.SaveEndpoint;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The form of a second reader, as a browser sends it.
 *
 * @param below in percent
 */
public record EndpointForm(
        @Nullable String address,
        @Nullable String model,
        @Nullable String key,
        @Nullable Boolean readings,
        @Nullable Boolean drafts,
        @Nullable Boolean privateToo,
        @Nullable String below,
        @Nullable String callsADay,
        @Nullable Boolean consents) {

    private static final EndpointForm EMPTY = new EndpointForm("", "", "", true, false, false, "50", "200", false);

    /** What is in force, without its key and with the consent to be given again. */
    static EndpointForm of(@Nullable Endpoint endpoint) {
        return endpoint == null
                ? EMPTY
                : new EndpointForm(
                        endpoint.address(),
                        endpoint.model(),
                        "",
                        endpoint.readings(),
                        endpoint.drafts(),
                        endpoint.privateToo(),
                        Long.toString(Math.round(endpoint.below() * 100)),
                        Integer.toString(endpoint.callsADay()),
                        false);
    }

    SaveEndpoint command(UserId by) {
        return new SaveEndpoint(
                text(address),
                text(model),
                text(key),
                is(readings),
                is(drafts),
                is(privateToo),
                number(text(below)) / 100.0,
                number(text(callsADay)),
                is(consents),
                by);
    }

    public String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }

    public boolean is(@Nullable Boolean value) {
        return Boolean.TRUE.equals(value);
    }

    /** What is no number is too small for anything. */
    private static int number(String text) {
        String digits = text.strip();
        return digits.matches("\\d{1,7}") ? Integer.parseInt(digits) : -1;
    }

    /** Never shows the key. */
    @Override
    public String toString() {
        return "EndpointForm[" + model + "]";
    }
}
