package dev.rapport.channels.paging;

import dev.rapport.channels.spi.Limits;
import dev.rapport.channels.text.Fingerprint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads lists that a place gives newest first: from the newest back to what is known. */
public final class NewestFirst {

    private final Function<JsonNode, String> id;
    private final Pages pages;

    /** @param id of an item; empty for one that has none */
    public NewestFirst(Function<JsonNode, String> id, Pages pages) {
        this.id = id;
        this.pages = pages;
    }

    /** Asks the place for the page behind {@code older}, or for the newest. */
    @FunctionalInterface
    public interface Pages {
        Listed page(@Nullable String older);
    }

    /**
     * A page as the place gave it.
     *
     * @param items newest first
     * @param older where the place says older ones are; empty for none
     */
    public record Listed(
            List<JsonNode> items,
            @Nullable String older,
            @Nullable Limits limits) {

        /** What of a page is looked at. */
        public static Listed of(Iterable<JsonNode> items, String older, @Nullable Limits limits) {
            List<JsonNode> all = new ArrayList<>();
            items.forEach(all::add);
            return new Listed(all, older.isEmpty() ? null : older, limits);
        }
    }

    /** Some items, oldest first. */
    public record Slice(
            List<JsonNode> items, WalkBack next, @Nullable Limits limits) {

        public boolean more() {
            return next.goesOn();
        }
    }

    /** The next page of the present walk, or the first of a new one. */
    public Slice next(WalkBack walk, From from) {
        Listed page = pages.page(walk.back());
        List<String> marks = page.items().stream().map(this::mark).toList();
        boolean isFirst = walk.neverFinished();
        WalkBack next = walk.after(marks, page.older(), isFirst && from != From.BEGINNING);
        List<JsonNode> fresh = new ArrayList<>(isFirst && from == From.NOW ? List.of() : page.items());
        fresh.removeIf(item -> walk.knows(mark(item)));
        Collections.reverse(fresh);
        return new Slice(fresh, next, page.limits());
    }

    /** By which an item is known again in a cursor, where nobody who is erased is looked for. */
    private String mark(JsonNode item) {
        String its = id.apply(item);
        return Fingerprint.of(its.isEmpty() ? item.toString() : its);
    }
}
