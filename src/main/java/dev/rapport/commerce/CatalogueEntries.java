package dev.rapport.commerce;

import dev.rapport.commerce.CatalogueRefused.Reason;
import dev.rapport.commerce.CatalogueStore.Usage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Changes brands, products and aspects. Everything is checked before anything is written, so that a refusal leaves the
 * transaction as it was and the next line of a file can go on in it.
 */
@Component
class CatalogueEntries {

    private final CatalogueStore store;
    private final CatalogueRules rules;

    CatalogueEntries(CatalogueStore store, CatalogueRules rules) {
        this.store = store;
        this.rules = rules;
    }

    Target add(AddBrand command) {
        Name name = Name.of(command.name());
        List<Name> aliases = Name.others(command.aliases(), name);
        List<Name> handles = Name.handles(command.handles());
        rules.roomForEntry();
        rules.brandName(name, null);
        rules.aliases(aliases, name.words(), null);
        rules.handles(handles, name.words(), null);
        Target brand = new Target(Target.Kind.BRAND, store.addBrand(name, command.standing()));
        write(brand, aliases, handles);
        return brand;
    }

    Target add(AddProduct command) {
        Name name = Name.of(command.name());
        List<Name> aliases = Name.others(command.aliases(), name);
        List<Name> handles = Name.handles(command.handles());
        String brand = find(command.brand()).name();
        rules.roomForEntry();
        rules.productName(command.brand().id(), brand, name, null);
        rules.aliases(aliases, name.words(), null);
        rules.handles(handles, name.words(), null);
        Target product =
                new Target(Target.Kind.PRODUCT, store.addProduct(command.brand().id(), name));
        write(product, aliases, handles);
        return product;
    }

    boolean rename(Target target, String written) {
        CatalogueStore.Named entry = find(target);
        Name name = Name.of(written);
        if (name.words().equals(entry.name())) {
            return false;
        }
        Long brand = entry.brand();
        if (brand == null) {
            rules.brandName(name, target);
        } else {
            rules.productName(brand, find(new Target(Target.Kind.BRAND, brand)).name(), name, target);
        }
        store.rename(target, name);
        return true;
    }

    boolean change(ChangeEntry command) {
        boolean changed = rename(command.target(), command.name());
        changed |= names(command.target(), command.aliases(), command.handles());
        Standing standing = command.standing();
        return (standing != null && standing(command.target(), standing)) || changed;
    }

    boolean standing(Target brand, Standing standing) {
        find(brand);
        if (store.standingOf(brand.id()) == standing) {
            return false;
        }
        store.standing(brand.id(), standing);
        return true;
    }

    /** Sets one or both lists of other names; an empty one ({@code null}) stays as it is. */
    boolean names(Target target, @Nullable List<String> aliases, @Nullable List<String> handles) {
        CatalogueStore.Named entry = find(target);
        List<Name> otherNames = aliases == null ? null : Name.others(aliases, Name.of(entry.name()));
        List<Name> otherHandles = handles == null ? null : Name.handles(handles);
        if (otherNames != null) {
            rules.aliases(otherNames, entry.name(), target);
        }
        if (otherHandles != null) {
            rules.handles(otherHandles, entry.name(), target);
        }
        boolean changed = otherNames != null && replace(target, Usage.ALIAS, otherNames);
        return (otherHandles != null && replace(target, Usage.HANDLE, otherHandles)) || changed;
    }

    long add(AddAspect command) {
        Name name = Name.of(command.name());
        List<Name> words = Name.others(command.words(), name);
        if (command.of() != null) {
            find(command.of());
        }
        rules.roomForAspect();
        rules.notTooMany(words, name.words());
        rules.aspectName(command.of(), name, 0);
        return store.addAspect(name, written(words), command.of());
    }

    boolean change(ChangeAspect command) {
        Aspect aspect = aspect(command.id());
        Name name = Name.of(command.name());
        List<Name> words = Name.others(command.words(), name);
        rules.notTooMany(words, name.words());
        rules.aspectName(aspect.of(), name, aspect.id());
        if (aspect.name().equals(name.words()) && aspect.words().equals(written(words))) {
            return false;
        }
        store.changeAspect(aspect.id(), name, written(words));
        return true;
    }

    void retire(Target target) {
        find(target);
        store.retire(target);
    }

    void retireAspect(long id) {
        store.retireAspect(aspect(id).id());
    }

    private CatalogueStore.Named find(Target target) {
        return store.find(target).orElseThrow(() -> new CatalogueRefused(Reason.GONE));
    }

    private Aspect aspect(long id) {
        return store.aspect(id).orElseThrow(() -> new CatalogueRefused(Reason.GONE));
    }

    private void write(Target target, List<Name> aliases, List<Name> handles) {
        replace(target, Usage.ALIAS, aliases);
        replace(target, Usage.HANDLE, handles);
    }

    private boolean replace(Target target, Usage usage, List<Name> names) {
        List<String> present = store.names(target, usage);
        List<Name> added =
                names.stream().filter(n -> !present.contains(n.words())).toList();
        List<String> kept = written(names);
        if (added.isEmpty() && kept.containsAll(present)) {
            return false;
        }
        store.retireNamesBut(target, usage, kept);
        store.addNames(
                target, usage, written(added), added.stream().map(Name::folded).toList());
        return true;
    }

    private static List<String> written(List<Name> names) {
        return names.stream().map(Name::words).toList();
    }
}
