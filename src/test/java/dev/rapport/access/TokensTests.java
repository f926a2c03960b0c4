package dev.rapport.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.shared.Sql;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnOneDatabase
class TokensTests {

    @Autowired
    private Tokens tokens;

    @Autowired
    private TokenStore store;

    @Autowired
    private Audit audit;

    @Autowired
    private Staff staff;

    @Autowired
    private Clock clock;

    @Autowired
    private Sql sql;

    @Test
    void tokenIsRecognisedWithItsScopes() {
        IssuedToken issued = issue(Tokens.USUAL_LIFE);
        assertThat(issued.secret()).startsWith("rpt_");
        assertThat(tokens.recognise(issued.secret()))
                .contains(new ApiToken(issued.id(), "Shop", Set.of(Scope.MESSAGES_READ, Scope.MESSAGES_WRITE)));
    }

    @Test
    void unknownTokenIsNot() {
        assertThat(tokens.recognise("rpt_unknown")).isEmpty();
        assertThat(tokens.recognise("")).isEmpty();
    }

    @Test
    void revokedTokenIsRefused() {
        IssuedToken issued = issue(Tokens.USUAL_LIFE);
        tokens.revoke(issued.id());
        assertThat(tokens.recognise(issued.secret())).isEmpty();
    }

    @Test
    void expiredTokenIsRefused() {
        IssuedToken issued = issue(Duration.ofDays(7));
        Tokens nextWeek = new Tokens(store, audit, Clock.offset(clock, Duration.ofDays(7)));
        assertThat(nextWeek.recognise(issued.secret())).isEmpty();
    }

    @Test
    void noTokenLivesLongerThanAYear() {
        assertThat(issue(Duration.ofDays(4000)).expiresAt())
                .isBefore(clock.instant().plus(366, ChronoUnit.DAYS));
    }

    @Test
    void onlyTheHashAndTheEndingAreStored() {
        IssuedToken issued = issue(Tokens.USUAL_LIFE);
        String row = sql.sql("select row_to_json(t)::text from access.api_tokens t where id = :id")
                .param("id", issued.id())
                .single(String.class);
        assertThat(row).doesNotContain(issued.secret().substring(4, 40)).contains("\"ending\"");
    }

    @Test
    void useIsNotedToTheMinute() {
        IssuedToken issued = issue(Tokens.USUAL_LIFE);
        tokens.recognise(issued.secret());
        Instant first = lastUsed(issued);
        new Tokens(store, audit, Clock.offset(clock, Duration.ofSeconds(30))).recognise(issued.secret());
        assertThat(lastUsed(issued)).isEqualTo(first);
        new Tokens(store, audit, Clock.offset(clock, Duration.ofSeconds(90))).recognise(issued.secret());
        assertThat(lastUsed(issued)).isAfter(first);
    }

    private Instant lastUsed(IssuedToken token) {
        return sql.sql("select last_used_at from access.api_tokens where id = :id")
                .param("id", token.id())
                .single((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant());
    }

    private IssuedToken issue(Duration life) {
        Set<Scope> scopes = Set.of(Scope.MESSAGES_READ, Scope.MESSAGES_WRITE);
        return tokens.issue(
                new IssueToken("Shop", scopes, life), staff.manager().id());
    }
}
