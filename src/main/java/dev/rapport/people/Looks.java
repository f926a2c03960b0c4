package dev.rapport.people;

import dev.rapport.people.matching.Answer;
import dev.rapport.people.matching.Candidate;
import dev.rapport.people.matching.Circumstance;
import dev.rapport.people.matching.Matcher;
import dev.rapport.people.matching.Model;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Asks the matcher about a voice, twice where there is more to know than its profile shows. */
@Component
class Looks {

    private static final double WORTH_MORE = 0.02;
    private static final int ASKED = 3;

    private final Contacts contacts;
    private final Models models;
    private final CircumstanceReads circumstances;

    Looks(Contacts contacts, Models models, CircumstanceReads circumstances) {
        this.contacts = contacts;
        this.models = models;
        this.circumstances = circumstances;
    }

    /** Who may be behind a voice, with what it spoke of and whom it spoke with taken into account. */
    Answer at(VoiceFacts voice) {
        Models.Current current = models.current();
        Matcher matcher = new Matcher(contacts.index(), current.model());
        double place = current.rates().shift(voice.place());
        Answer first = matcher.resolve(voice.facts(), place, voice.said());
        List<Candidate> likely = first.candidates().stream()
                .filter(candidate -> candidate.probability() >= WORTH_MORE)
                .toList();
        if (likely.isEmpty() || voice.place().isEmpty()) {
            return first;
        }
        List<Circumstance> more = new ArrayList<>(voice.said());
        more.addAll(circumstances.of(
                voice.voice(), likely.stream().map(Candidate::person).toList()));
        return more.size() == voice.said().size() ? first : matcher.resolve(voice.facts(), place, more);
    }

    /** What follows: one link, up to three questions, or nothing. */
    static List<Verdict> verdicts(VoiceFacts voice, Answer answer) {
        return switch (answer.zone()) {
            case LEAVE -> List.of();
            case LINK -> List.of(verdict(voice, answer.candidates().getFirst(), LinkState.CONFIRMED));
            case ASK ->
                answer.candidates().stream()
                        .filter(candidate -> candidate.probability() >= Model.ASK)
                        .limit(ASKED)
                        .map(candidate -> verdict(voice, candidate, LinkState.PROPOSED))
                        .toList();
        };
    }

    private static Verdict verdict(VoiceFacts voice, Candidate candidate, LinkState state) {
        List<Evidence> evidence =
                candidate.evidence().stream().map(Evidence::weighed).toList();
        return new Verdict(voice.voice(), candidate.person(), state, candidate.probability(), evidence);
    }
}
