package dev.rapport.access;

import dev.rapport.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keys for programs: each has a name, scopes and an end, and only its hash is kept. */
@Service
public class Tokens {

    public static final Duration USUAL_LIFE = Duration.ofDays(90);
    public static final Duration LONGEST_LIFE = Duration.ofDays(365);

    /** By which scanners for leaked secrets know ours. */
    static final String PREFIX = "rpt_";

    private final TokenStore tokens;
    private final Audit audit;
    private final Clock clock;

    Tokens(TokenStore tokens, Audit audit, Clock clock) {
        this.tokens = tokens;
        this.audit = audit;
        this.clock = clock;
    }

    /** Makes a token. {@code by} is null at the console. */
    @Transactional
    public IssuedToken issue(IssueToken command, @Nullable UserId by) {
        Secret secret = Secret.random(PREFIX);
        Instant now = clock.instant();
        Duration life = command.life().compareTo(LONGEST_LIFE) > 0 ? LONGEST_LIFE : command.life();
        Instant expiresAt = now.plus(life);
        ApiTokenId id = tokens.add(command, secret, by, now, expiresAt);
        String scopes = command.scopes().stream().map(Scope::code).sorted().collect(Collectors.joining(" "));
        audit.record("token.issued", "token", id, Map.of("scopes", scopes));
        return new IssuedToken(id, secret.text(), expiresAt);
    }

    /** Makes a token worthless at once; one already revoked stays so. */
    @Transactional
    public void revoke(ApiTokenId id) {
        if (tokens.revoke(id, clock.instant())) {
            audit.record("token.revoked", "token", id, Map.of());
        }
    }

    /** The token of this secret, if it is valid now; its use is noted to the minute. */
    @Transactional
    public Optional<ApiToken> recognise(String secret) {
        if (!secret.startsWith(PREFIX)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Optional<ApiToken> token = tokens.valid(new Secret(secret), now);
        token.ifPresent(known -> tokens.markUsed(known.id(), now));
        return token;
    }
}
