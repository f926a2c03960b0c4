package dev.rapport.people.matching;

/** What a text holds beside the name. */
enum Rest {
    NOTHING,
    ON_RECORD,
    AFFIX,
    ONE,
    TWO,
    FEW,
    SOME,
    MANY,
    ELSEWHERE
}
