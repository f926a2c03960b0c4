package dev.rapport.conversations;

import dev.rapport.channels.Inboxes;
import dev.rapport.channels.spi.Heard;
import dev.rapport.channels.spi.Intake;
import dev.rapport.exchange.spi.ImportField;
import dev.rapport.exchange.spi.ImportLine;
import dev.rapport.exchange.spi.ImportOutcome;
import dev.rapport.exchange.spi.ImportTarget;
import dev.rapport.shared.InboxId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Imports messages from files into an inbox of their own, which is made when it is not there. */
@Component
class ImportsMessages implements ImportTarget {

    /** What was said longer ago than this is history unless somebody says otherwise. */
    private static final Duration RECENT = Duration.ofDays(7);

    private final Intake intake;
    private final Inboxes inboxes;
    private final ErasedAuthors erased;
    private final Clock clock;

    ImportsMessages(Intake intake, Inboxes inboxes, ErasedAuthors erased, Clock clock) {
        this.intake = intake;
        this.inboxes = inboxes;
        this.erased = erased;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "messages";
    }

    @Override
    public List<ImportField> fields() {
        return MessageFields.ALL;
    }

    @Override
    public List<ImportField> options() {
        return List.of(
                new ImportField(
                        "inbox", true, "The inbox the messages belong to; it is made when there is none of that name."),
                new ImportField(
                        "as",
                        false,
                        "“history” is read and counted but opens no case; “live” is treated as said now. Empty decides by age."));
    }

    @Override
    public Map<String, String> prepare(Map<String, String> options) {
        String name = options.get("inbox");
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("Say which inbox the messages belong to, for example --inbox Twitter.");
        }
        String as = options.getOrDefault("as", "");
        if (!List.of("", "history", "live").contains(as)) {
            throw new IllegalArgumentException("“as” is history, live or empty, not “" + as + "”.");
        }
        Map<String, String> prepared = new HashMap<>(options);
        prepared.put(
                "inbox_id",
                Long.toString(inboxes.findOrMake("import", name.strip(), network(name))
                        .value()));
        return prepared;
    }

    @Override
    public ImportOutcome take(Map<String, String> options, List<ImportLine> lines) {
        List<Heard> heard = new ArrayList<>(lines.size());
        List<Long> numbers = new ArrayList<>(lines.size());
        List<ImportOutcome.Refusal> refused = new ArrayList<>();
        String network = network(options.getOrDefault("inbox", "import"));
        for (ImportLine line : lines) {
            try {
                heard.add(HeardForm.read(line.values(), network));
                numbers.add(line.number());
            } catch (IllegalArgumentException e) {
                refused.add(new ImportOutcome.Refusal(line.number(), String.valueOf(e.getMessage())));
            }
        }
        InboxId inbox = new InboxId(Long.parseLong(options.getOrDefault("inbox_id", "0")));
        Map<Integer, Instant> erasedBefore = erased.saidBefore(heard);
        erasedBefore.forEach((at, when) -> refused.add(ImportOutcome.Refusal.erased(numbers.get(at), when)));
        Intake.Accepted accepted = intake.accept(inbox, heard, isHistory(options.getOrDefault("as", ""), heard));
        return new ImportOutcome(accepted.added(), 0, accepted.repeated() - erasedBefore.size(), refused);
    }

    private boolean isHistory(String as, List<Heard> heard) {
        Instant recent = clock.instant().minus(RECENT);
        return as.equals("history")
                || (as.isEmpty() && heard.stream().noneMatch(one -> one.saidAt().isAfter(recent)));
    }

    private static String network(String inbox) {
        return inbox.strip().toLowerCase(Locale.ROOT);
    }
}
