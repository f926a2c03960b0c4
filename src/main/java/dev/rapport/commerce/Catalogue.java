package dev.rapport.commerce;

import org.springframework.stereotype.Service;

/** What we sell and what others sell beside us, with every name people use for it. */
@Service
public class Catalogue {

    private final CatalogueReader reader;

    Catalogue(CatalogueReader reader) {
        this.reader = reader;
    }

    /** The whole catalogue as it is now. Cheap when nothing changed, also by another process, since the last call. */
    public CatalogueSnapshot snapshot() {
        return reader.now();
    }
}
