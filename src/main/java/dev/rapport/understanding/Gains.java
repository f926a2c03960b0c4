package dev.rapport.understanding;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What corrections bring: every fifth of them is read by a reader that the other four taught. */
final class Gains {

    private static final int FOLDS = 5;
    private static final int FEWEST = 20;

    private Gains() {}

    static Scorecard.Gain of(CatalogueReader base, List<Taught> corrections) {
        List<Taught> checked = corrections.stream().filter(Gains::isChecked).toList();
        if (checked.size() < FEWEST) {
            return Scorecard.Gain.NONE;
        }
        int without = 0;
        int with = 0;
        for (int fold = 0; fold < FOLDS; fold++) {
            CatalogueReader taught = base.taughtBy(fold(checked, fold, false), 0);
            for (Taught one : fold(checked, fold, true)) {
                without += isRight(base, one) ? 1 : 0;
                with += isRight(taught, one) ? 1 : 0;
            }
        }
        double all = checked.size();
        return new Scorecard.Gain(checked.size(), without / all, with / all);
    }

    private static boolean isChecked(Taught taught) {
        return taught.change() instanceof Change.PolarityIs is && is.polarity() != Polarity.MIXED;
    }

    private static List<Taught> fold(List<Taught> all, int fold, boolean inside) {
        var some = new ArrayList<Taught>();
        for (int i = 0; i < all.size(); i++) {
            if (i % FOLDS == fold == inside) {
                some.add(all.get(i));
            }
        }
        return some;
    }

    private static boolean isRight(CatalogueReader reader, Taught taught) {
        @Nullable Judge judge = reader.judge(taught.words());
        return judge != null
                && taught.change() instanceof Change.PolarityIs is
                && judge.whole().polarity() == is.polarity();
    }
}
