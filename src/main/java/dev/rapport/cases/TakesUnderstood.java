package dev.rapport.cases;

import dev.rapport.commerce.Catalogue;
import dev.rapport.conversations.Batch;
import dev.rapport.conversations.BatchStep;
import dev.rapport.conversations.ConversationId;
import dev.rapport.conversations.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Picks up what customers said as soon as it is understood: where there is a case it is told, and opened again if it was
 * put aside or resolved; elsewhere the rules say whether there shall be one. History starts nothing.
 */
@Component
class TakesUnderstood implements BatchStep {

    private final UnderstoodReads reads;
    private final RuleStore rules;
    private final Catalogue catalogue;
    private final Cases cases;

    TakesUnderstood(UnderstoodReads reads, RuleStore rules, Catalogue catalogue, Cases cases) {
        this.reads = reads;
        this.rules = rules;
        this.catalogue = catalogue;
        this.cases = cases;
    }

    @Override
    public Step step() {
        return Step.PICKED_UP;
    }

    @Override
    public void take(Batch batch) {
        if (batch.history()) {
            return;
        }
        List<Understood> heard = reads.of(batch);
        if (!heard.isEmpty()) {
            take(heard, new RuleBook(rules.all(), new Standings(catalogue.snapshot())));
        }
    }

    private void take(List<Understood> heard, RuleBook book) {
        Map<ConversationId, OpenCase> wanted = new LinkedHashMap<>();
        Map<CaseId, HeardAgain> again = new HashMap<>();
        for (Understood message : heard) {
            Optional<RuleBook.Verdict> verdict = book.judge(message);
            CaseId known = message.known();
            if (known != null) {
                again.merge(known, heardAgain(known, message, verdict), HeardAgain::and);
            } else if (verdict.isPresent()) {
                wanted.merge(message.conversation(), open(message, verdict.get()), TakesUnderstood::both);
            }
        }
        cases.hear(List.copyOf(again.values()));
        cases.open(new ArrayList<>(wanted.values()));
    }

    private static HeardAgain heardAgain(CaseId id, Understood message, Optional<RuleBook.Verdict> verdict) {
        return new HeardAgain(
                id,
                message.id(),
                message.urgency(),
                Math.max(
                        message.urgency(),
                        verdict.map(RuleBook.Verdict::priority).orElse(0)),
                verdict.map(RuleBook.Verdict::replyWithin).orElse(null),
                message.saidAt());
    }

    private static OpenCase open(Understood message, RuleBook.Verdict verdict) {
        return new OpenCase(
                message.conversation(),
                message.id(),
                verdict.first().id(),
                null,
                verdict.first().name(),
                verdict.team(),
                null,
                Math.max(verdict.priority(), message.urgency()),
                message.urgency(),
                verdict.replyWithin());
    }

    /** Two messages of one conversation want a case: the first names it, the stricter demands count. */
    private static OpenCase both(OpenCase first, OpenCase later) {
        return new OpenCase(
                first.conversation(),
                first.message(),
                first.rule(),
                null,
                first.why(),
                first.team() == null ? later.team() : first.team(),
                null,
                Math.max(first.priority(), later.priority()),
                Math.max(first.urgency(), later.urgency()),
                HeardAgain.sooner(first.replyWithin(), later.replyWithin()));
    }
}
