package dev.rapport.understanding.web;

import dev.rapport.shared.web.Band;
import dev.rapport.understanding.Polarity;
import dev.rapport.understanding.Scorecard;
import java.util.List;

/** How well messages are read, as far as somebody has said. */
public record ReadingScorecardPage(Scorecard card) {

    /** Below this a share says more about chance than about the reader. */
    private static final int FEW = 30;

    private static final int LEVELS = 4;

    public List<Polarity> polarities() {
        return List.of(Polarity.POSITIVE, Polarity.NEUTRAL, Polarity.NEGATIVE, Polarity.MIXED);
    }

    public long times(Polarity said, Polarity meant) {
        return card.confusion().stream()
                .filter(one -> one.said() == said && one.meant() == meant)
                .mapToLong(Scorecard.Confused::times)
                .sum();
    }

    public long said(Polarity said) {
        return polarities().stream().mapToLong(meant -> times(said, meant)).sum();
    }

    /** How deep a cell is shaded, 0 to 4: by its share of what was said in its row. */
    public int level(Polarity said, Polarity meant) {
        long times = times(said, meant);
        return times == 0 ? 0 : (int) Math.max(1, Math.round(LEVELS * times / (double) said(said)));
    }

    public long checked() {
        return polarities().stream().mapToLong(this::said).sum();
    }

    public long right() {
        return polarities().stream().mapToLong(each -> times(each, each)).sum();
    }

    public boolean isFew() {
        return checked() < FEW;
    }

    public List<Band> bands() {
        return card.calibration().stream()
                .map(one -> new Band(one.stated(), one.right() / (double) one.checked(), (int) one.checked()))
                .toList();
    }

    public double understood() {
        return card.read() == 0 ? 0 : card.understood() / (double) card.read();
    }

    public double sure() {
        return card.understood() == 0 ? 0 : card.sure() / (double) card.understood();
    }
}
