package dev.rapport.access;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a user may do; each role may do what the ones after it may. */
public enum Role {
    /** Everything, and the only one who appoints owners. */
    OWNER,
    /** Settings, rules, teams, users, API tokens. */
    MANAGER,
    /** Answers, notes, assigns, resolves, imports. */
    AGENT,
    /** Reads. */
    VIEWER;

    /** Whether this role may do everything that {@code other} may. */
    public boolean covers(Role other) {
        return compareTo(other) <= 0;
    }

    /** Whether somebody of this role may give {@code other} to a user, or take it away. */
    public boolean mayAppoint(Role other) {
        return covers(MANAGER) && covers(other);
    }

    /** The roles that somebody of this role may appoint to, the highest first. */
    public List<Role> appoints() {
        return Arrays.stream(values()).filter(this::mayAppoint).toList();
    }

    /** The message key of its name. */
    public String key() {
        return "role." + name().toLowerCase(Locale.ROOT);
    }
}
