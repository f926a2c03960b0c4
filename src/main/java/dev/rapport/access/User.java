package dev.rapport.access;

import dev.rapport.shared.SignedIn;
import dev.rapport.shared.Theme;
import dev.rapport.shared.UserId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Somebody who works here. Users are never deleted, only deactivated: what they did keeps its name. */
public record User(
        UserId id,
        String email,
        String name,
        Role role,
        Locale language,
        ZoneId zone,
        Theme theme,
        boolean answersKeys,
        Instant createdAt,
        @Nullable Instant deactivatedAt)
        implements SignedIn {

    public boolean isActive() {
        return deactivatedAt == null;
    }

    /** Whether they left and their name was forgotten. */
    public boolean isErased() {
        return email.endsWith(AccessPersonalData.NOWHERE);
    }

    @Override
    public boolean canAnswer() {
        return role.covers(Role.AGENT);
    }

    @Override
    public boolean canManage() {
        return role.covers(Role.MANAGER);
    }

    @Override
    public boolean isOwner() {
        return role == Role.OWNER;
    }
}
