package dev.rapport.exchange.databases.web;

import dev.rapport.exchange.databases.Database;
import dev.rapport.exchange.databases.Transfer;
import dev.rapport.exchange.spi.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One database: what comes from it and what goes back.
 *
 * @param missing what to do when its driver is not there
 */
public record DatabasePage(
        Database database,
        List<Transfer> transfers,
        @Nullable Reason missing) {

    public List<Transfer> intakes() {
        return transfers.stream().filter(Transfer::isIntake).toList();
    }

    public List<Transfer> writeBacks() {
        return transfers.stream().filter(transfer -> !transfer.isIntake()).toList();
    }
}
