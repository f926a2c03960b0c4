package dev.rapport.conversations;

import dev.rapport.channels.spi.Author;
import dev.rapport.exchange.spi.ImportField;
import dev.rapport.exchange.spi.ImportLine;
import dev.rapport.exchange.spi.ImportOutcome;
import dev.rapport.exchange.spi.ImportOutcome.Refusal;
import dev.rapport.exchange.spi.ImportTarget;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Imports profiles that are known before they say anything; one known by handle alone is provisional. */
@Component
class ImportsProfiles implements ImportTarget {

    private static final List<ImportField> FIELDS = List.of(
            new ImportField("network", true, "The network the profile belongs to, for example fediverse.")
                    .knownAs("platform", "site", "service"),
            of("author_id", "The network’s stable id; without one the profile is known by its handle."),
            of("handle", "The handle, with or without @. Needed when there is no author_id.")
                    .knownAs("username", "user_name", "screen_name", "nickname", "login"),
            of("display_name", "The name as shown.").knownAs("name", "full_name"),
            of("bio", "What the profile says about itself."),
            of("location", "Where it says it is."),
            of("website", "The site it names."),
            of("verified", "true when the network vouches for it."),
            of("followers", "How many follow it."));

    private final Profiles profiles;
    private final ErasedAuthors erased;
    private final Clock clock;

    ImportsProfiles(Profiles profiles, ErasedAuthors erased, Clock clock) {
        this.profiles = profiles;
        this.erased = erased;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "profiles";
    }

    @Override
    public List<ImportField> fields() {
        return FIELDS;
    }

    @Override
    public List<ImportField> options() {
        return List.of();
    }

    @Override
    public Map<String, String> prepare(Map<String, String> options) {
        return options;
    }

    @Override
    public ImportOutcome take(Map<String, String> options, List<ImportLine> lines) {
        List<Refusal> refused = new ArrayList<>();
        TreeMap<AuthorKey, ProfileStore.Voice> voices = new TreeMap<>();
        Map<AuthorKey, Long> lineOf = new HashMap<>();
        for (ImportLine line : lines) {
            try {
                Author author = read(new Fields(line.values()));
                voices.put(AuthorKey.of(author), new ProfileStore.Voice(author, clock.instant(), Side.CUSTOMER));
                lineOf.put(AuthorKey.of(author), line.number());
            } catch (IllegalArgumentException unclear) {
                refused.add(new Refusal(line.number(), String.valueOf(unclear.getMessage())));
            }
        }
        erased.of(voices.keySet()).forEach((author, at) -> {
            voices.remove(author);
            refused.add(Refusal.erased(lineOf.getOrDefault(author, 0L), at));
        });
        ProfileStore.Keeping kept = profiles.enter(voices);
        int taken = lines.size() - refused.size();
        int changed = kept.changed().size() - kept.added();
        return new ImportOutcome(kept.added(), changed, taken - kept.added() - changed, refused);
    }

    private static Author read(Fields fields) {
        String network = fields.text("network");
        String id = stripped(fields.text("author_id"));
        String handle = stripped(fields.text("handle"));
        if (network == null || network.isBlank()) {
            throw new IllegalArgumentException("The field “network” is empty.");
        }
        if (id == null && handle == null) {
            throw new IllegalArgumentException("Both “author_id” and “handle” are empty; give one of them.");
        }
        return new Author(
                network.strip().toLowerCase(Locale.ROOT),
                id,
                handle == null ? null : handle.replaceFirst("^@+", ""),
                stripped(fields.text("display_name")),
                stripped(fields.text("bio")),
                stripped(fields.text("location")),
                stripped(fields.text("website")),
                fields.integer("followers"),
                fields.bool("verified"),
                false);
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null ? null : text.strip();
    }

    private static ImportField of(String name, String about) {
        return new ImportField(name, false, about);
    }
}
