package dev.rapport.desk.readings;

/**
 * One reason why a message is urgent.
 *
 * @param key of a shipped rule or of a pattern of our own
 * @param words of the message
 */
public record Hurry(String key, String words) {

    /** From its column: key, a tab, the exact words. */
    static Hurry of(String stored) {
        int tab = stored.indexOf('\t');
        return tab < 0 ? new Hurry(stored, "") : new Hurry(stored.substring(0, tab), stored.substring(tab + 1));
    }
}
