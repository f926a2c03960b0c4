package dev.rapport.desk.said;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one entry of the catalogue.
 *
 * @param brand of a product
 * @param newest the newest words about it
 */
public record EntryPage(String name, @Nullable String brand, Trend trend, List<Said> newest) {

    /** As the search over messages names it. */
    public String target() {
        return trend.target().kind() + ":" + trend.target().id();
    }

    /** As purchases are searched. */
    public String words() {
        return brand == null ? name : brand + " " + name;
    }
}
