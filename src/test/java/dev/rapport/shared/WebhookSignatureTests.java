package dev.rapport.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebhookSignatureTests {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    /** An emoji, an escape, a line break of Windows, right-to-left words; signed by openssl. */
    private static final byte[] BODY = """
            [{"id":"v1","author":"amira","said_at":"2026-11-02T09:00:00Z","text":"Lumo 11 🔋\\u001B glows"},\r
            {"id":"v2","author":"tomas","said_at":"2026-11-02T09:01:00Z","text":"مرحبا"}]""".getBytes(StandardCharsets.UTF_8);

    private static final String SIGNED = "v1,CPzF4RXG1/AVL4yXx0h05b8EmtwqyfRcUis0m5SMYMc=";
    private static final String SECONDS = "1793610000";
    private static final Instant AT = Instant.ofEpochSecond(1_793_610_000);

    @Test
    void exampleOfTheSpecificationIsSignedAsThere() {
        byte[] body = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);

        assertThat(WebhookSignature.of(SECRET, "msg_p5jXN8AQM9LWM0D4loKWxJek", Instant.ofEpochSecond(1614265330), body))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void exactBytesAreSigned() {
        assertThat(WebhookSignature.of(SECRET, "msg_1", AT, BODY)).isEqualTo(SIGNED);
        assertThat(good(SIGNED, BODY, AT)).isTrue();
        byte[] unixLines =
                new String(BODY, StandardCharsets.UTF_8).replace("\r", "").getBytes(StandardCharsets.UTF_8);
        assertThat(good(SIGNED, unixLines, AT)).isFalse();
    }

    @Test
    void oneGoodSignatureAmongSeveralIsEnough() {
        assertThat(good("v1a,abc v1,AAAA " + SIGNED, BODY, AT)).isTrue();
        assertThat(good("", BODY, AT)).isFalse();
        assertThat(good("v2" + SIGNED.substring(2), BODY, AT)).isFalse();
    }

    @Test
    void formerSecretCountsWhileItIsExchanged() {
        List<String> both = List.of(WebhookSignature.newSecret(), SECRET);

        assertThat(WebhookSignature.isGood(both, "msg_1", SECONDS, SIGNED, BODY, AT))
                .isTrue();
        assertThat(WebhookSignature.isGood(both.subList(0, 1), "msg_1", SECONDS, SIGNED, BODY, AT))
                .isFalse();
    }

    @Test
    void whatIsMoreThanFiveMinutesOldOrAheadIsRefused() {
        assertThat(good(SIGNED, BODY, AT.plus(Duration.ofMinutes(5)))).isTrue();
        assertThat(good(SIGNED, BODY, AT.plusSeconds(301))).isFalse();
        assertThat(good(SIGNED, BODY, AT.minusSeconds(301))).isFalse();
        assertThat(WebhookSignature.isRecent("yesterday", AT)).isFalse();
    }

    private static boolean good(String signatures, byte[] body, Instant now) {
        return WebhookSignature.isGood(List.of(SECRET), "msg_1", SECONDS, signatures, body, now);
    }
}
