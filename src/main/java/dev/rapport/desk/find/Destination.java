package dev.rapport.desk.find;

import dev.rapport.shared.SignedIn;
import java.util.Locale;

/** A page to go to or a deed to begin, from anywhere. */
public enum Destination {
    HOME("home", "/home", Needs.NOTHING),
    INBOX("inbox", "/inbox", Needs.NOTHING),
    MINE("inbox", "/inbox?view=mine", Needs.NOTHING),
    UNASSIGNED("inbox", "/inbox?view=unassigned", Needs.NOTHING),
    PEOPLE("people", "/people", Needs.NOTHING),
    LINKS("link", "/links", Needs.NOTHING),
    TOLD("face", "/told", Needs.NOTHING),
    NEW_PERSON("plus", "/people/new", Needs.AGENT),
    IMPORT_PERSONS("upload", "/imports/new?kind=persons", Needs.MANAGER),
    IMPORT_PURCHASES("upload", "/imports/new?kind=purchases", Needs.MANAGER),
    IMPORT_MESSAGES("upload", "/imports/new?kind=messages", Needs.MANAGER),
    IMPORT_CATALOGUE("upload", "/imports/new?kind=catalogue", Needs.MANAGER),
    IMPORTS("upload", "/imports", Needs.NOTHING),
    CATALOGUE("catalogue", "/catalogue", Needs.NOTHING),
    CHANNELS("plug", "/channels", Needs.NOTHING),
    CONNECT_CHANNEL("plus", "/channels/new", Needs.MANAGER),
    SEARCH("search", "/search", Needs.NOTHING),
    PROFILE("person", "/settings/profile", Needs.NOTHING),
    USERS("people", "/settings/users", Needs.NOTHING),
    INVITE("plus", "/settings/invitations/new", Needs.MANAGER),
    TEAMS("team", "/settings/teams", Needs.NOTHING),
    RULES("rule", "/settings/rules", Needs.NOTHING),
    NEW_RULE("plus", "/settings/rules/new", Needs.MANAGER),
    TEACH("insight", "/understanding/teach", Needs.NOTHING),
    READING_SCORECARD("insight", "/understanding/scorecard", Needs.NOTHING),
    CARE_PATTERNS("rule", "/understanding/rules", Needs.NOTHING),
    NEW_CARE_PATTERN("plus", "/understanding/rules/new", Needs.MANAGER),
    CARE_REASONS("flag", "/understanding/reasons", Needs.NOTHING),
    REREAD("loop", "/understanding/reread", Needs.NOTHING),
    TOKENS("key", "/settings/tokens", Needs.MANAGER),
    AUDIT("history", "/settings/audit", Needs.MANAGER);

    private enum Needs {
        NOTHING,
        AGENT,
        MANAGER
    }

    private final String icon;
    private final String href;
    private final Needs needs;

    Destination(String icon, String href, Needs needs) {
        this.icon = icon;
        this.href = href;
        this.needs = needs;
    }

    public String icon() {
        return icon;
    }

    public String href() {
        return href;
    }

    /** The message key of its name. */
    public String key() {
        return "go." + name().toLowerCase(Locale.ROOT);
    }

    boolean isOpenTo(SignedIn user) {
        return switch (needs) {
            case NOTHING -> true;
            case AGENT -> user.canAnswer();
            case MANAGER -> user.canManage();
        };
    }
}
