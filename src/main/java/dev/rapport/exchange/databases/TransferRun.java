package dev.rapport.exchange.databases;

import dev.rapport.exchange.ImportId;
import dev.rapport.exchange.spi.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One run of a transfer.
 *
 * @param rows read, or written
 * @param refused rows their database did not take
 * @param importId what the rows became; none when there were none
 * @param isFull whether there are more rows than one run takes
 * @param why it failed, or the first reason of a refusal
 */
public record TransferRun(
        long id,
        State state,
        Instant beganAt,
        @Nullable Instant endedAt,
        long rows,
        long refused,
        @Nullable ImportId importId,
        boolean isFull,
        @Nullable Reason why) {

    /** How far it is. */
    public enum State {
        READING,
        IMPORTING,
        DONE,
        FAILED
    }
}
