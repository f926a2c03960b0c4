package dev.rapport.desk;

import dev.rapport.shared.TeamId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which conversations the inbox shows: {@code mine}, {@code unassigned}, {@code team-7}, {@code mentioned}, {@code everyone}. */
public record View(Kind kind, @Nullable TeamId team) {

    /** What a view is about. */
    public enum Kind {
        MINE,
        UNASSIGNED,
        TEAM,
        MENTIONED,
        EVERYONE
    }

    public static final View EVERYONE = new View(Kind.EVERYONE, null);

    /** The view of an address; empty when there is none of this name. */
    static Optional<View> parse(@Nullable String key) {
        return switch (key) {
            case "mine" -> Optional.of(new View(Kind.MINE, null));
            case "unassigned" -> Optional.of(new View(Kind.UNASSIGNED, null));
            case "mentioned" -> Optional.of(new View(Kind.MENTIONED, null));
            case "everyone" -> Optional.of(EVERYONE);
            case String team
            when team.matches("team-\\d{1,18}") ->
                Optional.of(new View(Kind.TEAM, TeamId.of(Long.valueOf(team.substring(5)))));
            case null, default -> Optional.empty();
        };
    }

    public static View ofTeam(TeamId team) {
        return new View(Kind.TEAM, team);
    }

    /** Its name in addresses. */
    public String key() {
        return team == null ? kind.name().toLowerCase(java.util.Locale.ROOT) : "team-" + team.value();
    }
}
