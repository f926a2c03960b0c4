package dev.rapport.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.shared.Sql;
import dev.rapport.shared.UserId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnOneDatabase
class OneTimeLinksTests {

    @Autowired
    private OwnerLinks ownerLinks;

    @Autowired
    private SignInLinks signInLinks;

    @Autowired
    private OneTimeLinkStore store;

    @Autowired
    private UserStore users;

    @Autowired
    private Users faces;

    @Autowired
    private Staff staff;

    @Autowired
    private PublicUrl publicUrl;

    @Autowired
    private Audit audit;

    @Autowired
    private Clock clock;

    @Autowired
    private Sql sql;

    @Test
    void ownerLinkMakesAnOwnerOnce() {
        String secret = secret(ownerLinks.issue());
        assertThat(ownerLinks.use(new BecomeOwner(secret, newcomer("first@solvane.example"))))
                .hasValueSatisfying(user -> assertThat(user.isOwner()).isTrue());
        assertThat(ownerLinks.use(new BecomeOwner(secret, newcomer("second@solvane.example"))))
                .isEmpty();
    }

    @Test
    void newOwnerLinkMakesTheOlderWorthless() {
        String older = secret(ownerLinks.issue());
        String newer = secret(ownerLinks.issue());
        assertThat(ownerLinks.isOpen(older)).isFalse();
        assertThat(ownerLinks.isOpen(newer)).isTrue();
    }

    @Test
    void ownerLinkBringsBackAUserWhoForgotThePassword() {
        User demoted = staff.user("Lost Owner", Role.VIEWER);
        users.deactivate(demoted.id(), clock.instant());
        String secret = secret(ownerLinks.issue());
        User back = ownerLinks
                .use(new BecomeOwner(secret, newcomer(demoted.email())))
                .orElseThrow();
        assertThat(back.id()).isEqualTo(demoted.id());
        assertThat(back.isOwner()).isTrue();
        assertThat(back.isActive()).isTrue();
        assertThat(actions(demoted.id())).contains("owner.recovered");
    }

    @Test
    void linkIsStoredAsHashOnly() {
        String secret = secret(ownerLinks.issue());
        assertThat(sql.sql("select encode(secret_hash, 'escape') from access.one_time_links")
                        .list(String.class))
                .noneMatch(stored -> stored.contains(secret));
    }

    @Test
    void signInLinkWorksOnce() {
        String secret = secret(signInLinks.issue(staff.agent().id()));
        assertThat(signInLinks.use(secret)).contains(staff.agent());
        assertThat(signInLinks.use(secret)).isEmpty();
    }

    @Test
    void signInLinkExpires() {
        String secret = secret(signInLinks.issue(staff.agent().id()));
        Clock later = Clock.offset(clock, SignInLinks.LIFE.plusSeconds(1));
        assertThat(new SignInLinks(store, users, publicUrl, audit, later).use(secret))
                .isEmpty();
    }

    @Test
    void signInLinkOfADeactivatedUserDoesNotWork() {
        User agent = staff.agent();
        String secret = secret(signInLinks.issue(agent.id()));
        faces.deactivate(agent.id(), staff.owner());
        assertThat(signInLinks.use(secret)).isEmpty();
    }

    @Test
    void linkOfOnePurposeDoesNotOpenTheOther() {
        String secret = secret(signInLinks.issue(staff.agent().id()));
        assertThat(ownerLinks.isOpen(secret)).isFalse();
    }

    private List<String> actions(UserId subject) {
        return sql.sql("select action from access.audit_entries where subject_kind = 'user' and subject_id = :id")
                .param("id", Long.toString(subject.value()))
                .list(String.class);
    }

    private static NewUser newcomer(String email) {
        return new NewUser(new EmailAddress(email), "New Owner", "another long phrase", Locale.FRENCH, ZoneOffset.UTC);
    }

    private static String secret(String link) {
        return link.substring(link.lastIndexOf('/') + 1);
    }
}
