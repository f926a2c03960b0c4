package dev.rapport.channels.spi;

import java.util.List;

/**
 * What a delivery says: all of its messages, in their order.
 *
 * @param unrouted what it tells of somebody or something that no inbox here knows, in words: kept and shown, never dropped
 */
public record Interpreted(List<Item> items, List<String> unrouted) {

    public static Interpreted of(List<Item> items) {
        return new Interpreted(List.copyOf(items), List.of());
    }

    public static Interpreted unrouted(String what) {
        return new Interpreted(List.of(), List.of(what));
    }
}
