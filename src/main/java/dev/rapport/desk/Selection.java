package dev.rapport.desk;

/** What the list shows: a view and its state, as they stand in the address. */
public record Selection(View view, Shown shown) {

    /** As asked for; without words about it, what is open for everyone. */
    static Selection of(
            @org.jspecify.annotations.Nullable String view, @org.jspecify.annotations.Nullable String state) {
        View wanted = View.parse(view).orElse(View.EVERYONE);
        boolean isEveryone = wanted.kind() == View.Kind.EVERYONE;
        Shown shown = Shown.parse(state)
                .filter(each -> isEveryone || each != Shown.ALL)
                .orElse(isEveryone ? Shown.ALL : Shown.OPEN);
        return new Selection(wanted, shown);
    }

    /** Whether it walks all conversations and not only those with a case. */
    boolean isOfAll() {
        return shown == Shown.ALL;
    }

    public String query() {
        return "view=" + view.key() + "&state=" + shown.key();
    }
}
