package dev.rapport.desk.corrections;

import dev.rapport.commerce.Catalogue;
import dev.rapport.conversations.MessageId;
import dev.rapport.desk.Entry;
import dev.rapport.desk.ThreadReads;
import dev.rapport.desk.readings.ReadingLineReads;
import dev.rapport.desk.readings.WhatWasRead;
import dev.rapport.understanding.CareReason;
import dev.rapport.understanding.CareRules;
import dev.rapport.understanding.Change;
import dev.rapport.understanding.Correction;
import dev.rapport.understanding.Corrections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Puts together what somebody sees who corrects a reading. */
@Component
class CorrectionPages {

    private static final int MOST_TARGETS = 1000;

    private final ThreadReads threads;
    private final ReadingLineReads readings;
    private final Corrections corrections;
    private final CareRules rules;
    private final Catalogue catalogue;

    CorrectionPages(
            ThreadReads threads,
            ReadingLineReads readings,
            Corrections corrections,
            CareRules rules,
            Catalogue catalogue) {
        this.threads = threads;
        this.readings = readings;
        this.corrections = corrections;
        this.rules = rules;
        this.catalogue = catalogue;
    }

    /** The message without its forms; not found when there is no such message. */
    CorrectionPage closed(long message) {
        return new CorrectionPage(conversation(message), said(message), null, true);
    }

    /** The message with its forms; not found when it was never read or its words are gone. */
    CorrectionPage open(long message, CorrectionPanel.@Nullable Refusal refusal, boolean isFocused) {
        Entry.Said said = said(message);
        WhatWasRead read = said.read();
        if (read == null || said.isDeleted()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        CatalogueNames names = new CatalogueNames(catalogue.snapshot());
        List<CareReason> reasons = rules.reasons();
        var panel = new CorrectionPanel(
                read, reasons, names.labels(MOST_TARGETS), held(read, names, reasons), refusal, isFocused);
        return new CorrectionPage(conversation(message), said, panel, false);
    }

    private List<CorrectionPanel.Held> held(WhatWasRead read, CatalogueNames names, List<CareReason> reasons) {
        List<Correction> said = corrections.of(MessageId.of(read.message())).stream()
                .filter(one -> one.wording().revision() == read.revision())
                .toList();
        Map<Long, String> users =
                readings.names(said.stream().map(one -> one.by().value()).toList());
        return said.stream()
                .map(one -> held(one, users.getOrDefault(one.by().value(), ""), names, reasons))
                .toList();
    }

    private static CorrectionPanel.Held held(
            Correction one, String by, CatalogueNames names, List<CareReason> reasons) {
        String about = switch (one.change()) {
            case Change.OpinionIs is -> names.of(is.about());
            case Change.TargetIs is -> names.of(is.wrong());
            default -> "";
        };
        String right = switch (one.change()) {
            case Change.TargetIs is -> names.nameOf(is.right());
            case Change.ReasonIs is -> ownName(is.reason(), reasons);
            default -> null;
        };
        return new CorrectionPanel.Held(one.id().value(), one.change(), about, right, by, one.at(), one.confirms());
    }

    private static @Nullable String ownName(@Nullable String key, List<CareReason> reasons) {
        return reasons.stream()
                .filter(reason -> reason.key().equals(key))
                .findFirst()
                .map(CareReason::name)
                .orElse(null);
    }

    private long conversation(long message) {
        return threads.conversationOf(message).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Entry.Said said(long message) {
        return threads.message(message).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
