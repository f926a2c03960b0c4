package dev.rapport.understanding;

import dev.rapport.commerce.Catalogue;
import dev.rapport.commerce.CatalogueSnapshot;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** The reader for the catalogue as it is now; a new one is built when the catalogue has changed. */
@Service
public class Readers {

    private final Catalogue catalogue;
    private final List<String> languages;
    private volatile @Nullable Reader reader;

    /** @param languages the organisation's languages, the most used first, separated by commas */
    Readers(Catalogue catalogue, @Value("${rapport.languages:en,fr}") String languages) {
        this.catalogue = catalogue;
        this.languages = Arrays.stream(languages.split(","))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .toList();
    }

    public Reader current() {
        CatalogueSnapshot now = catalogue.snapshot();
        Reader present = reader;
        return present != null && present.versions().catalogue() == now.version() ? present : build(now);
    }

    private synchronized Reader build(CatalogueSnapshot now) {
        Reader present = reader;
        if (present == null || present.versions().catalogue() != now.version()) {
            present = new CatalogueReader(now, languages, CarePatterns.defaults());
            reader = present;
        }
        return present;
    }
}
