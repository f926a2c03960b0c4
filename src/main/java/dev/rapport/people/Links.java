package dev.rapport.people;

import dev.rapport.people.CannotLink.Why;
import dev.rapport.shared.PersonId;
import dev.rapport.shared.ProfileId;
import dev.rapport.shared.UserId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who speaks with which profile: proposed by evidence, decided by people, taken back without loss. A profile has one
 * confirmed person at most, a person any number of profiles.
 */
@Service
@Transactional
public class Links {

    private final LinkStore store;
    private final TellsWhoChanged tells;

    Links(LinkStore store, TellsWhoChanged tells) {
        this.store = store;
        this.tells = tells;
    }

    /**
     * Asks about many links at once. What a person decided stays, and of profiles that are linked nothing is asked.
     *
     * @return how many are new or stand on other evidence than before
     */
    public int propose(List<ProposeLink> proposals) {
        int changed = proposals.isEmpty() ? 0 : store.propose(proposals);
        if (changed > 0) {
            tells.asked();
        }
        return changed;
    }

    /**
     * Confirms a link; one that was confirmed by evidence becomes a person's decision.
     *
     * @throws CannotLink when another person is linked, or the profile is none of a customer's
     */
    public LinkId confirm(ConfirmLink command) {
        ProfileId voice = voice(command.profile());
        standing(voice).filter(link -> !link.person().equals(command.person())).ifPresent(link -> {
            throw new CannotLink(Why.ANOTHER_STANDS, link.person());
        });
        return decide(voice, command.person(), LinkState.CONFIRMED, command.by(), command.why());
    }

    /** Withdraws whatever link stands and confirms this one. */
    public LinkId move(MoveLink command) {
        ProfileId voice = voice(command.profile());
        standing(voice)
                .filter(link -> !link.person().equals(command.person()))
                .ifPresent(link -> decide(voice, link.person(), LinkState.WITHDRAWN, command.by(), command.why()));
        return decide(voice, command.person(), LinkState.CONFIRMED, command.by(), command.why());
    }

    /** Refuses a link, also one that stands. */
    public LinkId refuse(RefuseLink command) {
        return decide(voice(command.profile()), command.person(), LinkState.REFUSED, command.by(), command.why());
    }

    /**
     * Takes a confirmed link back. No evidence brings it again.
     *
     * @throws CannotLink when it does not stand
     */
    public LinkId withdraw(WithdrawLink command) {
        ProfileId voice = voice(command.profile());
        LinkState next = existing(voice, command.person()).withdrawn();
        return decide(voice, command.person(), next, command.by(), command.why());
    }

    /**
     * Takes a refusal back: the link is what it was before.
     *
     * @throws CannotLink when it was not refused, or stood before and another person is linked now
     */
    public LinkId takeBack(TakeBackRefusal command) {
        ProfileId voice = voice(command.profile());
        Link link = existing(voice, command.person());
        LinkState next = link.refusalTakenBack(store.stateBefore(link.id()).orElse(null));
        if (next == LinkState.CONFIRMED) {
            return confirm(new ConfirmLink(command.profile(), command.person(), command.by(), command.why()));
        }
        return decide(voice, command.person(), next, command.by(), command.why());
    }

    /** Puts a question off; it stays as it is. */
    public void postpone(PostponeLink command) {
        store.postpone(command);
        tells.asked();
    }

    @Transactional(readOnly = true)
    public Optional<Link> find(LinkId id) {
        return store.find(id);
    }

    private Optional<Link> standing(ProfileId voice) {
        return store.of(voice).stream().filter(Link::isConfirmed).findFirst();
    }

    private Link existing(ProfileId voice, PersonId person) {
        return store.of(voice).stream()
                .filter(link -> link.person().equals(person))
                .findFirst()
                .orElseThrow(() -> new CannotLink(Why.NO_SUCH_LINK));
    }

    /** The profile that links of this one hang on; no other decision about it is made until this transaction ends. */
    private ProfileId voice(ProfileId profile) {
        return store.lockVoice(profile);
    }

    private LinkId decide(ProfileId voice, PersonId person, LinkState state, UserId by, @Nullable String why) {
        LinkState before = store.of(voice).stream()
                .filter(link -> link.person().equals(person))
                .map(Link::state)
                .findFirst()
                .orElse(null);
        if (state == LinkState.CONFIRMED && !store.isLinkable(person)) {
            throw new CannotLink(Why.NOT_WANTED, person);
        }
        LinkId id = store.decide(voice, person, state, by, why);
        store.checked(id, state == LinkState.CONFIRMED, by);
        tells.decided(id, voice, person, before, state);
        return id;
    }
}
