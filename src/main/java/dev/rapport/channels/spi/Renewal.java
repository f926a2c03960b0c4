package dev.rapport.channels.spi;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Renews an inbox's secrets, by one caller at a time: whoever comes second gets what the first one got, because a key that
 * renews is often good only once.
 */
@FunctionalInterface
public interface Renewal {

    /** Nothing is kept: for places that are only tried. */
    Renewal UNKEPT = (name, stale, refresh) -> refresh.apply(Map.of());

    /**
     * The secrets as they are afterwards.
     *
     * @param name the secret that no longer works
     * @param stale its value when it was found not to work
     * @param refresh makes new secrets of those that are stored; what it leaves out stays as it is
     */
    Map<String, String> renew(String name, @Nullable String stale, UnaryOperator<Map<String, String>> refresh);
}
