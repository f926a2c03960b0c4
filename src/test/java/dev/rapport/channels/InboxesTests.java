package dev.rapport.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.channels.spi.Abilities;
import dev.rapport.channels.spi.Fault;
import dev.rapport.shared.InboxId;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class InboxesTests {

    private final ChannelsDatabase db = new ChannelsDatabase();

    @Test
    void secretsAreStoredSealedAndOpenOnlyForTheirInbox() {
        InboxId one = db.inbox("One");
        InboxId other = db.inbox("Other");
        byte[] sealed =
                Objects.requireNonNull(db.inboxStore.look(one).orElseThrow().secrets());

        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("good", "password");
        assertThat(db.connections.to(one).connection().secret("password")).isEqualTo("good");
        db.inboxStore.seal(other, sealed);
        assertThatThrownBy(() -> db.connections.to(other)).isInstanceOf(Fault.Auth.class);
    }

    @Test
    void secretsShowNowhere() {
        OpenInbox open = new OpenInbox("fake", "One", "fake", null, Map.of("host", "h"), Map.of("password", "hush"));
        InboxId inbox = db.inboxes.open(open);

        assertThat(open.toString()).doesNotContain("hush");
        assertThat(db.connections.to(inbox).connection().toString()).doesNotContain("hush");
        assertThat(new ChangeInbox(inbox, "One", Map.of(), Map.of("password", "hush")).toString())
                .doesNotContain("hush");
        assertThat(db.inboxes.find(inbox).orElseThrow().toString()).doesNotContain("hush");
    }

    @Test
    void newPasswordKeepsTheOtherSecretsAndTheAddress() {
        InboxId inbox = db.inboxes.open(new OpenInbox(
                "fake", "One", "fake", "support", Map.of(), Map.of("password", "old", "smtp.password", "kept")));

        db.inboxes.change(new ChangeInbox(inbox, "Two", Map.of("a", "b"), Map.of("password", "good")));

        assertThat(db.connections.to(inbox).connection().secrets())
                .isEqualTo(Map.of("password", "good", "smtp.password", "kept"));
        assertThat(db.inboxes.byName("Two"))
                .hasValueSatisfying(found -> assertThat(found.address()).isEqualTo("support"));
    }

    @Test
    void nameIsTakenOnce() {
        db.inbox("One");
        db.inbox("Two");

        assertThatThrownBy(() -> db.inbox("One")).isInstanceOf(NameTaken.class);
    }

    @Test
    void handedInMessagesGetAnInboxOnce() {
        InboxId made = db.inboxes.findOrMake("import", "Airline feed", "twitter");

        assertThat(db.inboxes.findOrMake("import", "Airline feed", "twitter")).isEqualTo(made);
        assertThat(db.inboxes.abilities(made)).isEqualTo(Abilities.NONE);
        assertThat(db.inboxStore.listening()).doesNotContain(made);
    }

    @Test
    void probeTriesWithoutStoringAnything() {
        assertThat(db.inboxes
                        .probe(new OpenInbox("fake", "X", "fake", null, Map.of(), Map.of("password", "bad")))
                        .works())
                .isFalse();
        assertThat(db.inboxes.all()).isEmpty();
    }
}
