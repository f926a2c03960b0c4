package dev.rapport.people.matching;

/** What a term is to a contact. */
enum Role {
    GIVEN,
    MIDDLE,
    FAMILY,
    /** The letters before the @ of an address of theirs. */
    LOCAL,
    HANDLE,
    HOST,
    SAID,
    ORGANISATION,
    /** From here on: compared, but nobody is found by it. */
    INITIAL,
    CITY,
    REGION,
    COUNTRY,
    TITLE;

    boolean finds() {
        return ordinal() <= ORGANISATION.ordinal();
    }

    boolean isName() {
        return this == GIVEN || this == MIDDLE || this == FAMILY;
    }

    boolean isPlace() {
        return this == CITY || this == REGION || this == COUNTRY;
    }
}
