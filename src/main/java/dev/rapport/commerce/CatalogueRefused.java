package dev.rapport.commerce;

import java.util.List;

/** A change of the catalogue that is not possible, with the reason in words that say what to do. */
public class CatalogueRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final transient List<String> details;

    CatalogueRefused(Reason reason, String... details) {
        super(reason.text.formatted((Object[]) details));
        this.reason = reason;
        this.details = List.of(details);
    }

    /** The reason in English. */
    public String sentence() {
        return reason.text.formatted(details().toArray());
    }

    public Reason reason() {
        return reason;
    }

    /** What the sentence names, in its order; for screens that say it in another language. */
    public List<String> details() {
        return details == null ? List.of() : details;
    }

    /** Why a change was refused. */
    public enum Reason {
        NAME_EMPTY("Give it a name."),
        NAME_TOO_LONG("“%s” is too long: %s characters at most."),
        BRAND_EXISTS("There is a brand “%s” already."),
        PRODUCT_EXISTS("“%2$s” has a product “%1$s” already."),
        ASPECT_EXISTS("There is an aspect “%s” already."),
        ALIAS_TAKEN("“%s” is what “%s” is called already. Take it away there first, or choose another."),
        HANDLE_TAKEN("“@%s” is the handle of “%s” already. Take it away there first."),
        TOO_MANY_ENTRIES("The catalogue is full: it holds %s brands and products at most."),
        TOO_MANY_ASPECTS("There are %s aspects already, and no room for more."),
        TOO_MANY_NAMES("“%s” has too many other names: %s at most."),
        STANDING_MISSING("Say whose brand “%s” is: OURS, COMPETITOR or PARTNER."),
        BRAND_MISSING("Say which brand “%s” belongs to."),
        BRAND_UNKNOWN("There is no brand “%s”. Add it first."),
        PRODUCT_UNKNOWN("“%2$s” has no product “%1$s”. Add it first."),
        GONE("This was removed from the catalogue in the meantime.");

        private final String text;

        Reason(String text) {
            this.text = text;
        }
    }
}
