package dev.rapport.people.matching;

/** Letters of a scanned text that are a known text: a name of some contact, a short form of one, an affix, a place. */
record Span(int start, int end, int term, boolean shortForm) {

    long mask() {
        return Letters.range(start, end);
    }

    int length() {
        return end - start;
    }
}
