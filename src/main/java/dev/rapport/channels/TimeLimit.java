package dev.rapport.channels;

import dev.rapport.channels.spi.Fault;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Calls the other side on a thread of its own and stops waiting when it takes too long. */
final class TimeLimit {

    private TimeLimit() {}

    /** The other side did not answer in time; what it did meanwhile nobody knows. */
    static final class Over extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Over(String what, Duration limit) {
            super(what + " took longer than " + limit.toSeconds() + " s.");
        }
    }

    /**
     * The call's result.
     *
     * @throws Over when the time is over; the call is interrupted
     * @throws Fault when the call did
     */
    static <T> T call(String what, Duration limit, Callable<T> call) throws InterruptedException {
        FutureTask<T> task = new FutureTask<>(call);
        Thread.ofVirtual().name(what).start(task);
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new Over(what, limit);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known
                    ? known
                    : new IllegalStateException(what, e.getCause());
        } finally {
            task.cancel(true);
        }
    }
}
