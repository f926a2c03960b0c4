package dev.rapport.access;

import dev.rapport.shared.UserId;

/** Change one's own password; the session it is changed in goes on, the others end. */
public record ChangePassword(UserId user, String current, String wanted, String sessionId) {

    @Override
    public String toString() {
        return "ChangePassword[" + user + "]";
    }
}
