package dev.rapport.people.matching;

/** How a text names a person, the most telling first. */
enum Form {
    GIVEN_FAMILY(true),
    NICKNAME_FAMILY(true),
    CUT_FAMILY(true),
    SHORT_CUT_FAMILY(true),
    INITIALS_FAMILY(true),
    MIDDLE_FAMILY(true),
    GIVEN_MIDDLE(true),
    GIVEN_CUT(true),
    NICKNAME_CUT(true),
    INITIAL_FAMILY(true),
    SHORT_MIDDLE(true),
    GIVEN_INITIAL(false),
    NICKNAME_INITIAL(false),
    FAMILY(false),
    CUTS(false),
    LOCAL_PART(false),
    GIVEN(false),
    NICKNAME(false),
    MIDDLE(false),
    INITIALS(false),
    NOTHING(false);

    private final boolean pair;

    Form(boolean pair) {
        this.pair = pair;
    }

    /** Whether it says something of both the given and the family name. */
    boolean isPair() {
        return pair;
    }
}
