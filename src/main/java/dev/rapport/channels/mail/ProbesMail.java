package dev.rapport.channels.mail;

import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Health;
import dev.rapport.channels.spi.Health.Step;
import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** Signs in to both servers and says what it saw there, step by step; the first failure on each side ends that side. */
final class ProbesMail {

    private final MailSettings settings;
    private final List<Step> steps = new ArrayList<>();

    ProbesMail(MailSettings settings) {
        this.settings = settings;
    }

    Health probe() {
        imap();
        smtp();
        return Health.of(steps);
    }

    private void imap() {
        String server = settings.imap().toString();
        try (OpenFolder open = OpenFolder.of(settings, settings.patience())) {
            steps.add(new Step("mail.imap", true, List.of(server)));
            steps.add(new Step(
                    "mail.folder",
                    true,
                    List.of(settings.folder(), Integer.toString(open.folder().getMessageCount()))));
            String idle = open.store().hasCapability("IDLE") ? "mail.idle" : "mail.noidle";
            steps.add(new Step(idle, true, List.of()));
            steps.add(new SentFolder(settings)
                    .name(open.store())
                    .map(name -> new Step("mail.sent", true, List.of(name)))
                    .orElse(new Step("mail.nosent", true, List.of())));
        } catch (MessagingException e) {
            steps.add(new Step("mail.folder", false, List.of(settings.folder(), MailFaults.said(e))));
        } catch (Fault e) {
            steps.add(new Step("mail.imap", false, List.of(server, String.valueOf(e.getMessage()))));
        }
    }

    private void smtp() {
        String server = settings.smtp().toString();
        try (SMTPTransport transport =
                MailSession.smtp(settings.smtp(), MailSession.smtpSession(settings.smtp(), settings.patience()))) {
            steps.add(new Step("mail.smtp", transport.isConnected(), List.of(server)));
        } catch (MessagingException e) {
            steps.add(new Step("mail.smtp", false, List.of(server, MailFaults.said(e))));
        } catch (Fault e) {
            steps.add(new Step("mail.smtp", false, List.of(server, String.valueOf(e.getMessage()))));
        }
    }
}
