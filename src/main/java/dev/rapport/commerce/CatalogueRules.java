package dev.rapport.commerce;

import dev.rapport.commerce.CatalogueRefused.Reason;
import dev.rapport.commerce.CatalogueStore.Usage;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What may stand in the catalogue: each name leads to one entry, and all of it fits into a reader's memory. */
@Component
class CatalogueRules {

    static final int MOST_ENTRIES = 20_000;
    static final int MOST_ASPECTS = 2_000;
    static final int MOST_NAMES = 100;

    private final CatalogueStore store;

    CatalogueRules(CatalogueStore store) {
        this.store = store;
    }

    void roomForEntry() {
        if (store.entryCount() >= MOST_ENTRIES) {
            throw new CatalogueRefused(Reason.TOO_MANY_ENTRIES, String.valueOf(MOST_ENTRIES));
        }
    }

    void roomForAspect() {
        if (store.aspectCount() >= MOST_ASPECTS) {
            throw new CatalogueRefused(Reason.TOO_MANY_ASPECTS, String.valueOf(MOST_ASPECTS));
        }
    }

    /** A brand's name is its own among brands and nobody's alias. */
    void brandName(Name name, @Nullable Target self) {
        store.brandNamed(name).filter(id -> !isSelf(self, id)).ifPresent(id -> {
            throw new CatalogueRefused(Reason.BRAND_EXISTS, name.words());
        });
        nobodysAlias(List.of(name), self);
    }

    /** Two brands may each have a product of one name; one brand may not. */
    void productName(long brand, String brandName, Name name, @Nullable Target self) {
        store.productNamed(brand, name).filter(id -> !isSelf(self, id)).ifPresent(id -> {
            throw new CatalogueRefused(Reason.PRODUCT_EXISTS, name.words(), brandName);
        });
        nobodysAlias(List.of(name), self);
    }

    void aliases(List<Name> aliases, String entry, @Nullable Target self) {
        notTooMany(aliases, entry);
        nobodysAlias(aliases, self);
        store.named(aliases, self).ifPresent(refuse(Reason.ALIAS_TAKEN));
    }

    void handles(List<Name> handles, String entry, @Nullable Target self) {
        notTooMany(handles, entry);
        store.taken(Usage.HANDLE, handles, self).ifPresent(refuse(Reason.HANDLE_TAKEN));
    }

    void aspectName(@Nullable Target of, Name name, long self) {
        store.aspectNamed(of, name).filter(id -> id != self).ifPresent(id -> {
            throw new CatalogueRefused(Reason.ASPECT_EXISTS, name.words());
        });
    }

    void notTooMany(List<Name> names, String entry) {
        if (names.size() > MOST_NAMES) {
            throw new CatalogueRefused(Reason.TOO_MANY_NAMES, entry, String.valueOf(MOST_NAMES));
        }
    }

    private void nobodysAlias(List<Name> names, @Nullable Target self) {
        store.taken(Usage.ALIAS, names, self).ifPresent(refuse(Reason.ALIAS_TAKEN));
    }

    private static Consumer<CatalogueStore.Taken> refuse(Reason reason) {
        return taken -> {
            throw new CatalogueRefused(reason, taken.words(), taken.entry());
        };
    }

    private static boolean isSelf(@Nullable Target self, long id) {
        return self != null && self.id() == id;
    }
}
