package dev.rapport.understanding.endpoint;

import dev.rapport.access.Audit;
import dev.rapport.shared.OutsideHosts;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The second reader as it was entered: there is none until somebody enters it and says what may leave. */
@Service
@Transactional
public class Endpoints {

    /** How many days are looked back on. */
    public static final int DAYS = 14;

    private static final String SUBJECT = "second-reader";
    private static final int MOST_CALLS = 100_000;
    private static final int LONGEST = 1_000;
    private static final String CHAT = "/chat/completions";

    private final EndpointStore store;
    private final UseStore use;
    private final EndpointKey keys;
    private final OutsideHosts hosts;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Endpoints(
            EndpointStore store,
            UseStore use,
            EndpointKey keys,
            OutsideHosts hosts,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.use = use;
        this.keys = keys;
        this.hosts = hosts;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** It was entered, changed, switched off or forgotten. */
    public record Changed() {}

    @Transactional(readOnly = true)
    public Optional<Endpoint> find() {
        return store.find();
    }

    /**
     * Enters it and switches it on. An empty key keeps the one there is, but only for the address it was given for: another
     * server never learns it.
     *
     * @throws CannotSave with what is wrong, field by field
     */
    public void save(SaveEndpoint command) {
        SaveEndpoint plain = plain(command);
        Map<String, String> problems = problems(plain);
        if (!problems.isEmpty()) {
            throw new CannotSave(problems);
        }
        byte[] key = plain.key().isEmpty() ? null : keys.seal(plain.key(), plain.address());
        store.put(plain, key, clock.instant());
        audit.record("second-reader.switched-on", SUBJECT, "1", facts(plain));
        events.publishEvent(new Changed());
    }

    /** From now on nothing leaves; what was entered stays for another time. */
    public void switchOff() {
        if (store.switchOff()) {
            audit.record("second-reader.switched-off", SUBJECT, "1", Map.of());
            events.publishEvent(new Changed());
        }
    }

    /** Forgets it with its key; what it has said about messages stays. */
    public void forget() {
        if (store.remove()) {
            audit.record("second-reader.forgotten", SUBJECT, "1", Map.of());
            events.publishEvent(new Changed());
        }
    }

    /** Notes that an answer was of no use. */
    public void refused(Flaw flaw) {
        use.refused(today(), flaw.code());
    }

    /** The last {@link #DAYS} days, today last. */
    @Transactional(readOnly = true)
    public List<Use> lately() {
        return use.days(today().minusDays(DAYS - 1L), today());
    }

    /** What was of no use in those days, the most frequent first. */
    @Transactional(readOnly = true)
    public List<Refused> refusedLately() {
        return use.refusedSince(today().minusDays(DAYS - 1L));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private Map<String, String> problems(SaveEndpoint command) {
        Map<String, String> problems = new HashMap<>();
        Optional<Endpoint> before = store.find();
        addressProblem(command.address()).ifPresent(problem -> problems.put("address", problem));
        boolean keyOfAnother = before.filter(
                        one -> one.hasKey() && !one.address().equals(command.address()))
                .isPresent();
        if (keyOfAnother && command.key().isEmpty()) {
            problems.put("key", "understanding.endpoint.problem.key-again");
        }
        if (command.model().isEmpty()) {
            problems.put("model", "understanding.endpoint.problem.model");
        }
        if (!command.readings() && !command.drafts()) {
            problems.put("uses", "understanding.endpoint.problem.uses");
        }
        if (!(command.below() > 0 && command.below() <= 1)) {
            problems.put("below", "understanding.endpoint.problem.below");
        }
        if (command.callsADay() < 1 || command.callsADay() > MOST_CALLS) {
            problems.put("callsADay", "understanding.endpoint.problem.calls");
        }
        if (!command.consents()) {
            problems.put("consents", "understanding.endpoint.problem.consents");
        }
        return problems;
    }

    private Optional<String> addressProblem(String address) {
        try {
            URI uri = new URI(address);
            boolean isWeb = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (!isWeb || uri.getHost() == null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
                return Optional.of("understanding.endpoint.problem.address");
            }
            hosts.check(uri);
            return Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.of("understanding.endpoint.problem.address");
        } catch (OutsideHosts.NotOutside e) {
            return Optional.of("understanding.endpoint.problem.outside");
        }
    }

    /** Without what people copy along with an address. */
    private static SaveEndpoint plain(SaveEndpoint command) {
        String address = withoutSlashes(cut(command.address().strip()));
        if (address.endsWith(CHAT)) {
            address = withoutSlashes(address.substring(0, address.length() - CHAT.length()));
        }
        return new SaveEndpoint(
                address,
                cut(command.model().strip()),
                cut(command.key().strip()),
                command.readings(),
                command.drafts(),
                command.privateToo(),
                command.below(),
                command.callsADay(),
                command.consents(),
                command.by());
    }

    private static String withoutSlashes(String address) {
        int end = address.length();
        while (end > 0 && address.charAt(end - 1) == '/') {
            end--;
        }
        return address.substring(0, end);
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST));
    }

    private static Map<String, String> facts(SaveEndpoint command) {
        return Map.of(
                "host", String.valueOf(URI.create(command.address()).getHost()),
                "model", command.model(),
                "readings", Boolean.toString(command.readings()),
                "drafts", Boolean.toString(command.drafts()),
                "private_too", Boolean.toString(command.privateToo()),
                "calls_a_day", Integer.toString(command.callsADay()));
    }
}
