package dev.rapport.access.web;

/**
 * Something changed.
 *
 * @param name what screens follow
 * @param id which one, empty for several
 * @param version grows with each update of a process
 */
record LiveUpdate(String name, String id, long version) {

    /** Reads what {@link dev.rapport.access.LiveUpdates} wrote. */
    static LiveUpdate parse(String payload, long version) {
        int space = payload.indexOf(' ');
        return space < 0
                ? new LiveUpdate(payload, "", version)
                : new LiveUpdate(payload.substring(0, space), payload.substring(space + 1), version);
    }

    /** Both in one: the id stays when it is the same. */
    LiveUpdate with(LiveUpdate later) {
        return new LiveUpdate(name, id.equals(later.id) ? id : "", Math.max(version, later.version));
    }
}
