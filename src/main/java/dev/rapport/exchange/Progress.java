package dev.rapport.exchange;

/**
 * What an import has done so far.
 *
 * @param state where it stands
 * @param bytes of the file as it was given; {@code bytesDone} of these
 * @param lines that were looked at: the sum of those added, changed, repeated and refused
 * @param busyMillis how long it worked, pauses not counted
 */
public record Progress(
        ImportState state,
        long bytes,
        long bytesDone,
        long lines,
        long added,
        long changed,
        long repeated,
        long refused,
        long busyMillis) {

    /** How much of the file is done, from 0 to 1. */
    public double share() {
        return state == ImportState.DONE ? 1 : bytes == 0 ? 0 : Math.min(1, (double) bytesDone / bytes);
    }

    /** Lines a second while it worked; 0 when it hardly did yet. */
    public long rate() {
        return busyMillis < 100 ? 0 : lines * 1_000 / busyMillis;
    }
}
