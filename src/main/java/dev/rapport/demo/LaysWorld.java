package dev.rapport.demo;

import dev.rapport.access.User;
import dev.rapport.access.Users;
import dev.rapport.commerce.Catalogue;
import dev.rapport.commerce.CatalogueEntry;
import dev.rapport.commerce.RenameEntry;
import dev.rapport.commerce.Target;
import dev.rapport.conversations.BatchWorkers;
import dev.rapport.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lays the world into an empty database, step by step, each of which changes nothing when it is taken again: killed half-way,
 * it goes on at the next start. The deeds of the staff and the mark that all is done are one transaction.
 */
@Component
@WhenDemo
class LaysWorld {

    /** What was said before that is history: counted, and no work for anybody. */
    private static final Duration LIVE = Duration.ofDays(7);

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Map<String, String> CRM = Map.of("source", "crm");

    private final WorldFiles files;
    private final Town town;
    private final WorldMark mark;
    private final HiresStaff hires;
    private final BringsFiles brings;
    private final DoesDeeds deeds;
    private final Users users;
    private final Catalogue catalogue;
    private final BatchWorkers batches;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LaysWorld(
            WorldFiles files,
            Town town,
            WorldMark mark,
            HiresStaff hires,
            BringsFiles brings,
            DoesDeeds deeds,
            Users users,
            Catalogue catalogue,
            BatchWorkers batches,
            TransactionTemplate transaction,
            Clock clock) {
        this.files = files;
        this.town = town;
        this.mark = mark;
        this.hires = hires;
        this.brings = brings;
        this.deeds = deeds;
        this.users = users;
        this.catalogue = catalogue;
        this.batches = batches;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Lays what is not laid yet.
     *
     * @param says told piece by piece how far it is, for one line on a console
     * @return false when the world was there already
     * @throws HoldsRealData when the database holds anything else
     */
    boolean lay(Consumer<String> says) {
        if (mark.isLaid()) {
            return false;
        }
        says.accept("Laying the demo world:");
        Instant began = mark.beganAt().orElseGet(this::begin);
        UserId owner = users.firstOwner().map(User::id).orElseThrow();
        says.accept(" staff, catalogue");
        bringCatalogue(owner);
        says.accept(", customers");
        List.of("persons", "purchases", "contracts").forEach(kind -> bringTable(kind, began, owner));
        says.accept(", voices");
        town.places().forEach(place -> bringMessages(place, began, owner));
        awaitUnderstanding();
        says.accept(", work");
        transaction.executeWithoutResult(status -> {
            deeds.doAll();
            mark.finish(clock.instant());
        });
        return true;
    }

    private Instant begin() {
        if (!mark.isEmptyDatabase()) {
            throw new HoldsRealData();
        }
        Instant now = clock.instant();
        transaction.executeWithoutResult(status -> {
            hires.hire();
            mark.begin(town.places(), now);
        });
        return now;
    }

    /** Once the last product has got its new name there is nothing left to do. */
    private void bringCatalogue(UserId by) {
        List<Rename> renames = files.lines("renames.ndjson", Rename.class);
        if (renames.stream().allMatch(rename -> product(rename.now()).isPresent())) {
            return;
        }
        brings.bring("catalogue", "catalogue.csv", files.text("catalogue.csv"), Map.of(), by);
        renames.forEach(rename ->
                product(rename.product()).ifPresent(target -> catalogue.rename(new RenameEntry(target, rename.now()))));
    }

    private void bringTable(String kind, Instant began, UserId by) {
        LocalDate today = LocalDate.ofInstant(began, Voice.HOME);
        String name = kind + ".csv";
        brings.bring(kind, name, DaysFromNow.in(files.text(name), today), CRM, by);
    }

    private void bringMessages(Place place, Instant began, UserId by) {
        Map<Boolean, List<Map<String, Object>>> said = town.lines(place).stream()
                .map(line -> town.said(place, line, began))
                .collect(Collectors.partitioningBy(line -> isLive(line, began)));
        bring(place, "history", said.getOrDefault(false, List.of()), by);
        bring(place, "live", said.getOrDefault(true, List.of()), by);
    }

    private void bring(Place place, String as, List<Map<String, Object>> lines, UserId by) {
        brings.bring(
                "messages",
                place.file() + "-" + as + ".ndjson",
                files.written(lines),
                Map.of("inbox", place.name(), "as", as),
                by);
    }

    private static boolean isLive(Map<String, Object> line, Instant began) {
        return OffsetDateTime.parse(Town.text(line, "said_at")).toInstant().isAfter(began.minus(LIVE));
    }

    private void awaitUnderstanding() {
        Instant end = Instant.now().plus(PATIENCE);
        while (batches.waiting() > 0) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("The demo world's messages were not read in time. Start again.");
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted", e);
            }
        }
    }

    private Optional<Target> product(String name) {
        return catalogue.snapshot().entries().stream()
                .filter(entry -> entry.brand() != null && entry.name().equals(name))
                .map(CatalogueEntry::target)
                .findFirst();
    }

    /** A product that was called otherwise before. */
    record Rename(String product, String now) {}
}
