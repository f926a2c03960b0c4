package dev.rapport.demo;

import dev.rapport.access.AcceptInvitation;
import dev.rapport.access.BecomeOwner;
import dev.rapport.access.EmailAddress;
import dev.rapport.access.Invitations;
import dev.rapport.access.InviteUser;
import dev.rapport.access.NewUser;
import dev.rapport.access.OwnerLinks;
import dev.rapport.access.Role;
import dev.rapport.access.Teams;
import dev.rapport.access.User;
import dev.rapport.shared.TeamId;
import dev.rapport.shared.UserId;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Lets those who work in the world come in as everybody does: the first as owner, the others by invitation. */
@Component
@WhenDemo
class HiresStaff {

    private final WorldFiles files;
    private final OwnerLinks ownerLinks;
    private final Invitations invitations;
    private final Teams teams;

    HiresStaff(WorldFiles files, OwnerLinks ownerLinks, Invitations invitations, Teams teams) {
        this.files = files;
        this.ownerLinks = ownerLinks;
        this.invitations = invitations;
        this.teams = teams;
    }

    /** Somebody who works there. */
    record Colleague(String name, String email, Role role, List<String> teams, String language, String zone) {

        /** Nobody knows the password; whoever wants in uses a link. */
        NewUser user() {
            return new NewUser(
                    new EmailAddress(email),
                    name,
                    UUID.randomUUID().toString(),
                    Locale.forLanguageTag(language),
                    ZoneId.of(zone));
        }
    }

    void hire() {
        List<Colleague> staff = files.lines("staff.ndjson", Colleague.class);
        User owner = ownerLinks
                .use(new BecomeOwner(
                        secret(ownerLinks.issue()), staff.getFirst().user()))
                .orElseThrow();
        Map<String, Set<UserId>> members = new HashMap<>();
        for (Colleague one : staff) {
            User user = one.role() == Role.OWNER ? owner : invited(one, owner);
            one.teams()
                    .forEach(team -> members.computeIfAbsent(team, any -> new HashSet<>())
                            .add(user.id()));
        }
        members.forEach((name, users) -> {
            TeamId team = teams.create(name);
            teams.change(team, name, users);
        });
    }

    private User invited(Colleague one, User owner) {
        NewUser user = one.user();
        String link = invitations.invite(new InviteUser(user.email(), one.role(), Set.of()), owner);
        return invitations
                .accept(new AcceptInvitation(secret(link), user.name(), user.password(), user.language(), user.zone()))
                .orElseThrow();
    }

    /** What a link ends in. */
    private static String secret(String link) {
        return link.substring(link.lastIndexOf('/') + 1);
    }
}
