package dev.rapport.commerce;

import dev.rapport.exchange.spi.ImportField;
import dev.rapport.exchange.spi.ImportLine;
import dev.rapport.exchange.spi.ImportOutcome;
import dev.rapport.exchange.spi.ImportOutcome.Refusal;
import dev.rapport.exchange.spi.ImportTarget;
import dev.rapport.exchange.spi.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Imports brands, products and aspects; importing again changes what is different and doubles nothing. */
@Component
class CatalogueTarget implements ImportTarget {

    private static final List<ImportField> FIELDS = List.of(
            new ImportField("kind", true, "brand, product or aspect."),
            new ImportField("name", true, "What it is called, 80 characters at most."),
            new ImportField("standing", false, "Of a brand: ours, competitor or partner."),
            new ImportField("brand", false, "The brand a product belongs to, or the only one an aspect fits."),
            new ImportField("product", false, "The only product of that brand an aspect fits."),
            new ImportField("aliases", false, "Other names people use, with | between them.").ofMany(),
            new ImportField("handles", false, "Names on networks, with | between them, with or without @.").ofMany(),
            new ImportField("words", false, "Of an aspect: what people call it, with | between.").ofMany());

    private final Catalogue catalogue;

    CatalogueTarget(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public String kind() {
        return "catalogue";
    }

    @Override
    public List<ImportField> fields() {
        return FIELDS;
    }

    @Override
    public List<ImportField> options() {
        return List.of();
    }

    @Override
    public Map<String, String> prepare(Map<String, String> options) {
        return Map.of();
    }

    @Override
    public ImportOutcome take(Map<String, String> options, List<ImportLine> lines) {
        List<Refusal> refused = new ArrayList<>();
        List<ImportLine> readable = new ArrayList<>();
        List<CatalogueLine> entries = new ArrayList<>();
        for (ImportLine line : lines) {
            try {
                entries.add(CatalogueFields.read(line.values()));
                readable.add(line);
            } catch (IllegalArgumentException unclear) {
                refused.add(new Refusal(line.number(), String.valueOf(unclear.getMessage())));
            }
        }
        return entered(readable, catalogue.enter(entries), refused);
    }

    private static ImportOutcome entered(List<ImportLine> lines, List<Entered> entered, List<Refusal> refused) {
        int[] counts = new int[Entered.Outcome.values().length];
        for (int i = 0; i < entered.size(); i++) {
            CatalogueRefused why = entered.get(i).refused();
            counts[entered.get(i).outcome().ordinal()]++;
            if (why != null) {
                Reason reason = new Reason(why.sentence(), "commerce.refused." + why.reason(), why.details());
                refused.add(new Refusal(lines.get(i).number(), reason));
            }
        }
        return new ImportOutcome(
                counts[Entered.Outcome.ADDED.ordinal()],
                counts[Entered.Outcome.CHANGED.ordinal()],
                counts[Entered.Outcome.REPEATED.ordinal()],
                refused);
    }
}
