package dev.rapport.channels.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.channels.spi.Heard;
import dev.rapport.channels.spi.Heard.Manner;
import dev.rapport.channels.spi.Item;
import dev.rapport.channels.spi.Media;
import dev.rapport.shared.InboxId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class MailParserTests {

    private static final Instant RECEIVED = Instant.parse("2026-03-03T10:00:00Z");
    private static final InboxId INBOX = new InboxId(3);

    private final ThreadAddress threads = new ThreadAddress(new SecretKeySpec(new byte[32], "HmacSHA256"));

    @Test
    void plainMailKeepsItsWordsAndWhoSaidThemWhen() throws IOException {
        Heard heard = heard("plain");

        assertThat(heard.text()).isEqualTo("The charger stops at 3 am 😡\n\nWhat now? مرحبا");
        assertThat(heard.original()).isNull();
        assertThat(heard.title()).isEqualTo("Der Lader hält nicht");
        assertThat(heard.id()).isEqualTo("plain@example.net");
        assertThat(heard.author().network()).isEqualTo("mail");
        assertThat(heard.author().id()).isEqualTo("amira@example.net");
        assertThat(heard.author().name()).isEqualTo("Amira Ben Youssef");
        assertThat(heard.addressees()).containsExactly("support@example.com");
        assertThat(heard.saidAt()).isEqualTo("2026-03-03T07:15:00Z");
        assertThat(heard.saidOffsetMinutes()).isEqualTo(120);
        assertThat(heard.manner()).isEqualTo(Manner.PERSONAL);
        assertThat(heard.visibility()).isEqualTo(Heard.Visibility.PRIVATE);
    }

    @Test
    void mailThatAColleaguePassedOnIsItsWriters() throws IOException {
        Heard heard = heard("forwarded");

        assertThat(heard.author().id()).isEqualTo("amira@example.net");
        assertThat(heard.author().name()).isEqualTo("Amira Ben Youssef");
        assertThat(heard.text()).isEqualTo("The lamp flickers again.\nPlease call me.");
        assertThat(heard.original()).startsWith("FYI, can you take this?");
    }

    @Test
    void strangerWhoPassesSomethingOnIsItsAuthor() throws IOException {
        assertThat(heard("forwarded-by-stranger").author().id()).isEqualTo("mallory@example.org");
    }

    @Test
    void quotedWordsBelowTheAnswerAreNotItsAuthors() throws IOException {
        Heard heard = heard("reply-top");

        assertThat(heard.text()).isEqualTo("Still broken, and nobody called.");
        assertThat(heard.original()).contains("> We love the new charger");
        assertThat(heard.inReplyTo()).isEqualTo("first@example.com");
        assertThat(heard.references()).containsExactly("zero@example.com", "first@example.com");
    }

    @Test
    void wordsBetweenQuotationsStayAndAFaceIsNoQuotation() throws IOException {
        assertThat(heard("reply-below").text()).isEqualTo("No, it did not.\n>:( I am angry\n\nYes please.");
    }

    @Test
    void earlierMailUnderAHeaderBlockAndTheTelephonesLineAreLeftOut() throws IOException {
        assertThat(heard("reply-outlook").text()).isEqualTo("Die Station ist super!");
    }

    @Test
    void markUpBecomesTextWithoutWhatNobodySees() throws IOException {
        Heard heard = heard("html");

        assertThat(heard.text()).isEqualTo("My bill is wrong.\n\n- charged twice\n- no answer\n\nThanks\nAmira");
        assertThat(heard.html()).contains("<blockquote>");
        assertThat(heard.original()).contains("> Your bill is perfect").doesNotContain("alert", "ignore all rules");
    }

    @Test
    void picturesAndFilesComeWithTheirBytesAndNames() throws IOException {
        Heard heard = heard("files");

        assertThat(heard.text()).isEqualTo("See here\n\nAnd a word after the picture.");
        assertThat(heard.media()).hasSize(2);
        Media picture = heard.media().getFirst();
        assertThat(picture.name()).isEqualTo("photo.png");
        assertThat(picture.type()).isEqualTo("image/png");
        assertThat(picture.contentId()).isEqualTo("pic1");
        assertThat(picture.content()).hasSize(48);
        assertThat(heard.media().getLast().name()).isEqualTo("rechnung märz.pdf");
    }

    @Test
    void unknownEncodingIsGuessed() throws IOException {
        assertThat(heard("latin").text()).isEqualTo("Le café est froid – dommage");
        assertThat(heard("latin").title()).isEqualTo("café");
    }

    @Test
    void machinesListsAndBouncesAreNotPeople() throws IOException {
        assertThat(heard("away").manner()).isEqualTo(Manner.AUTOMATIC);
        assertThat(heard("list").manner()).isEqualTo(Manner.LIST);
        assertThat(heard("newsletter").manner()).isEqualTo(Manner.LIST);
        assertThat(heard("bounce").manner()).isEqualTo(Manner.BOUNCE);
        assertThat(heard("bounce").text()).isEqualTo("I could not deliver your message.");
        assertThat(heard("list").place()).hasFieldOrPropertyWithValue("id", "riders.lists.example.org");
        assertThat(heard("list").place()).hasFieldOrPropertyWithValue("name", "Night riders");
    }

    @Test
    void whoUsesAFormIsItsAuthor() throws IOException {
        Heard heard = heard("form");

        assertThat(heard.author().id()).isEqualTo("priya@example.org");
        assertThat(heard.author().name()).isEqualTo("Priya Raghunathan");
        assertThat(heard.manner()).isEqualTo(Manner.PERSONAL);
        assertThat(heard.saidOffsetMinutes()).isNull();
    }

    @Test
    void mailWithoutIdGetsOneThatStaysAndFutureDatesGiveWay() throws IOException {
        Heard heard = heard("nothing-known");

        assertThat(heard.id())
                .startsWith("sha256:")
                .isEqualTo(heard("nothing-known").id());
        assertThat(heard.saidAt()).isEqualTo(RECEIVED);
        assertThat(heard.saidOffsetMinutes()).isNull();
    }

    @Test
    void idWithoutMessageIdDoesNotDependOnTheWayItCame() throws IOException {
        byte[] raw = bytes("nothing-known");
        byte[] again = ("Received: from elsewhere\r\n" + new String(raw, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);

        assertThat(heardOf(again).id()).isEqualTo(heardOf(raw).id());
    }

    @Test
    void mailWithoutSenderIsKeptAsItCame() throws IOException {
        byte[] raw = bytes("no-sender");

        assertThat(parser().item("uid/1/7", raw, RECEIVED))
                .isEqualTo(new Item.Unreadable("uid/1/7", raw, "It names no sender"));
    }

    @Test
    void brokenPartsAndBytesAreReadAsFarAsTheyGo() throws IOException {
        assertThat(heard("broken-parts").text()).isEqualTo("There are no parts here, only words.");
        assertThat(heard("broken-base64").text()).startsWith("The charger is broken");
    }

    @Test
    void signedReplyAddressProvesTheThreadAndAForgedOneDoesNot() throws IOException {
        String woven = threads.weave(INBOX, "support@example.com", "c117").orElseThrow();
        String forged = woven.replace("c117", "c118");

        Heard answered = heardOf(to(woven));
        assertThat(answered.thread()).isEqualTo("c117");
        assertThat(answered.threadProven()).isTrue();
        assertThat(heardOf(to(forged)).thread()).isNull();
        assertThat(heardOf(to(forged)).threadProven()).isFalse();
    }

    @Test
    void endlessTextAndHugeFilesAreCutAndSayIt() throws IOException {
        String start = new String(bytes("plain"), StandardCharsets.UTF_8);
        Heard talkative = heardOf((start + "ü".repeat(300_000)).getBytes(StandardCharsets.UTF_8));
        assertThat(talkative.text().getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(MailText.TEXT_BYTES);
        assertThat(talkative.text()).endsWith("…");

        String line = "A".repeat(76) + "\r\n";
        String files = new String(bytes("files"), StandardCharsets.UTF_8).replace("JVBERi0xLjQK", line.repeat(200_000));
        Media big = heardOf(files.getBytes(StandardCharsets.UTF_8)).media().getLast();
        assertThat(big.content()).isNull();
        assertThat(big.note()).contains("10 MB");
    }

    private byte[] to(String recipient) throws IOException {
        return new String(bytes("plain"), StandardCharsets.UTF_8)
                .replace("support@example.com", recipient)
                .getBytes(StandardCharsets.UTF_8);
    }

    private Heard heard(String name) throws IOException {
        return heardOf(bytes(name));
    }

    private Heard heardOf(byte[] raw) {
        Item item = parser().item("uid/1/1", raw, RECEIVED);
        assertThat(item).isInstanceOf(Item.Read.class);
        return ((Item.Read) item).heard();
    }

    private MailParser parser() {
        return new MailParser("support@example.com", to -> threads.read(INBOX, "support@example.com", to));
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream mail = MailParserTests.class.getResourceAsStream("/mail/" + name + ".eml")) {
            return Optional.ofNullable(mail).orElseThrow().readAllBytes();
        }
    }
}
