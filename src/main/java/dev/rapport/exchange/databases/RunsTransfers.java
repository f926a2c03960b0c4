package dev.rapport.exchange.databases;

import dev.rapport.shared.Loop;
import dev.rapport.shared.LoopsWhileServing;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Runs transfers when they are due while the application serves; a slow database holds up one other only. */
@Component
@ConditionalOnBooleanProperty("rapport.serving")
class RunsTransfers extends LoopsWhileServing {

    private static final int AT_ONCE = 2;
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(5);

    private final Transfers transfers;

    RunsTransfers(Transfers transfers) {
        super(STOPS_WITHIN);
        this.transfers = transfers;
    }

    @Override
    protected List<Loop> begin() {
        return Stream.generate(() -> Loop.start("databases of other systems", PAUSE, transfers::stepNext))
                .limit(AT_ONCE)
                .toList();
    }
}
