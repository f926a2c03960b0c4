package dev.rapport.access;

import dev.rapport.shared.TeamId;
import dev.rapport.shared.UserId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Teams of users: work is routed to them. */
@Service
public class Teams {

    private final TeamStore teams;
    private final Audit audit;
    private final Clock clock;

    Teams(TeamStore teams, Audit audit, Clock clock) {
        this.teams = teams;
        this.audit = audit;
        this.clock = clock;
    }

    /** All teams, by name. */
    @Transactional(readOnly = true)
    public List<Team> all() {
        return teams.all();
    }

    @Transactional(readOnly = true)
    public Optional<Team> find(TeamId id) {
        return teams.find(id);
    }

    /** The teams a user is in. */
    @Transactional(readOnly = true)
    public List<TeamId> of(UserId user) {
        return teams.ofUser(user);
    }

    /**
     * Makes a team.
     *
     * @throws NotAllowed when another team has this name, in whatever case
     */
    @Transactional
    public TeamId create(String name) {
        requireFree(name, null);
        TeamId id = teams.add(name, clock.instant());
        audit.record("team.created", "team", id, Map.of());
        return id;
    }

    /**
     * Sets a team's name and members.
     *
     * @throws NotAllowed when another team has this name, in whatever case
     */
    @Transactional
    public void change(TeamId id, String name, Set<UserId> members) {
        requireFree(name, id);
        teams.rename(id, name);
        teams.removeMembers(id);
        teams.addMembers(id, members);
        audit.record("team.changed", "team", id, Map.of("members", Integer.toString(members.size())));
    }

    private void requireFree(String name, @Nullable TeamId own) {
        boolean isTaken =
                teams.byName(name).filter(other -> !other.id().equals(own)).isPresent();
        if (isTaken) {
            throw new NotAllowed("teams.taken");
        }
    }
}
