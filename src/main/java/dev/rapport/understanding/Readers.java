package dev.rapport.understanding;

import dev.rapport.commerce.Catalogue;
import dev.rapport.commerce.CatalogueSnapshot;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * The reader for the catalogue, the rules and the corrections as they are now; a new one is built when any of them changed,
 * also by another process.
 */
@Service
public class Readers {

    /** More corrections than these are learnt from behind the scenes, while the reader of before goes on. */
    private static final int AT_ONCE = 3_000;

    private static final int MOST = 20_000;

    private final Catalogue catalogue;
    private final CareStore care;
    private final CorrectionStore corrections;
    private final VersionStore versions;
    private final List<String> languages;
    private volatile @Nullable Built built;
    private volatile @Nullable Thread learning;

    /** A reader and what it was built from; {@code base} is the same without the organisation's layers. */
    private record Built(CatalogueReader base, CatalogueReader reader, VersionStore.InForce from) {

        boolean isOf(CatalogueSnapshot catalogue, long rules) {
            return reader.versions().catalogue() == catalogue.version() && from.rules() == rules;
        }
    }

    /** @param languages the organisation's languages, the most used first, separated by commas */
    Readers(
            Catalogue catalogue,
            CareStore care,
            CorrectionStore corrections,
            VersionStore versions,
            @Value("${rapport.languages:en,fr,es,de}") String languages) {
        this.catalogue = catalogue;
        this.care = care;
        this.corrections = corrections;
        this.versions = versions;
        this.languages = Arrays.stream(languages.split(","))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .toList();
    }

    public Reader current() {
        return reader();
    }

    CatalogueReader reader() {
        CatalogueSnapshot now = catalogue.snapshot();
        VersionStore.InForce inForce = versions.now();
        Built present = built;
        if (present == null || !present.isOf(now, inForce.rules())) {
            return build(now, inForce).reader();
        }
        return present.from().equals(inForce)
                ? present.reader()
                : taught(present, inForce).reader();
    }

    /** The same reader without what corrections taught. */
    CatalogueReader base() {
        reader();
        Built present = built;
        return present == null ? build(catalogue.snapshot(), versions.now()).base() : present.base();
    }

    private synchronized Built build(CatalogueSnapshot now, VersionStore.InForce inForce) {
        Built present = built;
        if (present != null
                && present.isOf(now, inForce.rules())
                && present.from().equals(inForce)) {
            return present;
        }
        var base = new CatalogueReader(now, languages, care.patterns(), care.reasons());
        present = learnt(base, inForce, corrections.taught(MOST));
        built = present;
        return present;
    }

    private synchronized Built taught(Built present, VersionStore.InForce inForce) {
        List<Taught> lessons = corrections.taught(MOST);
        if (lessons.size() <= AT_ONCE) {
            Built next = learnt(present.base(), inForce, lessons);
            built = next;
            return next;
        }
        learnBehind(present, inForce, lessons);
        return present;
    }

    private void learnBehind(Built present, VersionStore.InForce inForce, List<Taught> lessons) {
        Thread running = learning;
        if (running == null || !running.isAlive()) {
            learning = Thread.ofPlatform()
                    .daemon()
                    .name("learns-corrections")
                    .start(() -> built = learnt(present.base(), inForce, lessons));
        }
    }

    private static Built learnt(CatalogueReader base, VersionStore.InForce inForce, List<Taught> lessons) {
        return new Built(base, base.taughtBy(lessons, inForce.corrections()), inForce);
    }
}
