package dev.rapport.channels.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.shared.InboxId;
import dev.rapport.shared.Keys;
import dev.rapport.shared.RapportHome;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class VisitorTokensTests {

    private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");
    private static final InboxId SHOP = new InboxId(3);

    private final VisitorTokens tokens = at(NOW, (byte) 1);

    @Test
    void visitorIsKnownAgain() {
        Visitor visitor = tokens.welcome(SHOP);

        assertThat(tokens.read(SHOP, tokens.of(visitor)))
                .hasValueSatisfying(known -> assertThat(known.id()).isEqualTo(visitor.id()));
    }

    @Test
    void tokenOfAnotherChatKeyOrTimeIsNoToken() {
        String token = tokens.of(tokens.welcome(SHOP));

        assertThat(tokens.read(new InboxId(4), token)).isEmpty();
        assertThat(at(NOW, (byte) 2).read(SHOP, token)).isEmpty();
        assertThat(at(NOW.plus(Duration.ofDays(31)), (byte) 1).read(SHOP, token))
                .isEmpty();
        assertThat(tokens.read(SHOP, null)).isEmpty();
        assertThat(tokens.read(SHOP, "3.x.1.y")).isEmpty();
    }

    @Test
    void nobodyBecomesSomebodyElseByChangingTheirToken() {
        String token = tokens.of(tokens.welcome(SHOP));
        String other = tokens.welcome(SHOP).id().toString();

        assertThat(tokens.read(SHOP, token.replaceFirst("\\.[0-9a-f-]{36}\\.", "." + other + ".")))
                .isEmpty();
    }

    private static VisitorTokens at(Instant now, byte key) {
        byte[] master = new byte[32];
        master[0] = key;
        Keys keys =
                Keys.of(new RapportHome(Path.of("unused")), Base64.getEncoder().encodeToString(master));
        return new VisitorTokens(keys, Clock.fixed(now, ZoneOffset.UTC));
    }
}
