package dev.rapport.channels.chat;

import dev.rapport.shared.Hmac;
import dev.rapport.shared.InboxId;
import dev.rapport.shared.Keys;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a visitor's browser shows to be the same visitor again: signed by us, for one chat, for thirty days. */
@Component
class VisitorTokens {

    private static final Duration LIFE = Duration.ofDays(30);
    private static final Pattern FORM = Pattern.compile("(\\d{1,18})\\.([0-9a-f-]{36})\\.(\\d{1,12})\\.([\\w-]{43})");

    private final SecretKey key;
    private final Clock clock;

    VisitorTokens(Keys keys, Clock clock) {
        this.key = keys.forSigning("channels.chat");
        this.clock = clock;
    }

    /** Somebody new. */
    Visitor welcome(InboxId inbox) {
        return new Visitor(inbox, UUID.randomUUID(), clock.instant().plus(LIFE));
    }

    /** The same visitor for another while. */
    Visitor prolonged(Visitor visitor) {
        return new Visitor(visitor.inbox(), visitor.id(), clock.instant().plus(LIFE));
    }

    String of(Visitor visitor) {
        String claim = visitor.inbox().value() + "." + visitor.id() + "."
                + visitor.until().getEpochSecond();
        return claim + "." + signature(claim);
    }

    /** The visitor of a chat who shows this; empty when it was not signed here, is for another chat, or is too old. */
    Optional<Visitor> read(InboxId inbox, @Nullable String token) {
        Matcher parts = FORM.matcher(token == null ? "" : token);
        if (token == null || !parts.matches()) {
            return Optional.empty();
        }
        String claim = token.substring(0, token.lastIndexOf('.'));
        if (!Hmac.same(signature(claim), parts.group(4))) {
            return Optional.empty();
        }
        Visitor visitor = new Visitor(
                new InboxId(Long.parseLong(parts.group(1))),
                UUID.fromString(parts.group(2)),
                Instant.ofEpochSecond(Long.parseLong(parts.group(3))));
        return Optional.of(visitor)
                .filter(one -> one.inbox().equals(inbox) && one.until().isAfter(clock.instant()));
    }

    private String signature(String claim) {
        byte[] signature = Hmac.sha256(key, claim.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    }
}
