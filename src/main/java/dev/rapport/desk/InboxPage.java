package dev.rapport.desk;

import org.jspecify.annotations.Nullable;

/**
 * The three panes.
 *
 * @param viewName a team's name; empty for views that have a name in every language
 * @param count how many open cases are in the view
 * @param conversation empty while none is chosen
 * @param hasHeard whether anything was ever heard
 */
public record InboxPage(
        InboxList list,
        String viewName,
        int count,
        @Nullable ConversationPage conversation,
        boolean hasHeard,
        String pane) {

    public View view() {
        return list.selection().view();
    }
}
