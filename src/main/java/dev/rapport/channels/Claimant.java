package dev.rapport.channels;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;

/**
 * Who holds a claim: a process by its host, number and start. A claim of a process that is known to be dead is over before
 * its time; one of another host lasts until its time is up.
 */
record Claimant(String host, long pid, long startedAt) {

    private static final Claimant ME = ofThisProcess();

    static Claimant me() {
        return ME;
    }

    static Claimant of(String text) {
        String[] parts = text.split("/", -1);
        return new Claimant(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2]));
    }

    boolean isDead() {
        if (!host.equals(ME.host)) {
            return false;
        }
        return ProcessHandle.of(pid).filter(one -> started(one) == startedAt).isEmpty();
    }

    @Override
    public String toString() {
        return host + "/" + pid + "/" + startedAt;
    }

    private static Claimant ofThisProcess() {
        ProcessHandle me = ProcessHandle.current();
        return new Claimant(hostName(), me.pid(), started(me));
    }

    private static long started(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH).toEpochMilli();
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName().replace("/", "");
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
