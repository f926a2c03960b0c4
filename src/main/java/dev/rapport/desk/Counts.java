package dev.rapport.desk;

import java.util.List;

/** How many open cases wait in each view; counted no further than 1,000. */
public record Counts(List<ViewCount> views) {

    static final int ENOUGH = 1000;

    /**
     * One view with its count.
     *
     * @param name a team's name; empty for views that have a name in every language
     */
    public record ViewCount(View view, String name, int count) {
        public boolean isMany() {
            return count >= ENOUGH;
        }
    }

    int of(View view) {
        return views.stream()
                .filter(each -> each.view().equals(view))
                .mapToInt(ViewCount::count)
                .findFirst()
                .orElse(0);
    }

    String nameOf(View view) {
        return views.stream()
                .filter(each -> each.view().equals(view))
                .map(ViewCount::name)
                .findFirst()
                .orElse("");
    }
}
