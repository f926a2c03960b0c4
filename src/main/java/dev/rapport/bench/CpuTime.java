package dev.rapport.bench;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * CPU time of this process and of all it started (the database's backends are children of ours). A backend that ended keeps
 * the last time it was seen with.
 */
final class CpuTime {

    private final ConcurrentMap<Long, Duration> children = new ConcurrentHashMap<>();

    /** CPU time so far: ours, and that of the database. */
    record Spent(Duration own, Duration database) {

        Spent since(Spent earlier) {
            return new Spent(own.minus(earlier.own), database.minus(earlier.database));
        }

        Duration together() {
            return own.plus(database);
        }
    }

    synchronized Spent now() {
        ProcessHandle.current()
                .descendants()
                .forEach(child -> child.info()
                        .totalCpuDuration()
                        .ifPresent(time -> children.merge(
                                child.pid(), time, (old, seen) -> seen.compareTo(old) > 0 ? seen : old)));
        Duration database = children.values().stream().reduce(Duration.ZERO, Duration::plus);
        return new Spent(Duration.ofNanos(ownNanos()), database);
    }

    private static long ownNanos() {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean os) {
            return os.getProcessCpuTime();
        }
        throw new BenchFailed("This Java cannot tell the CPU time of its process.");
    }
}
