package dev.rapport.postgres;

/** A backup or restore that was not done, and why; the message is for the person who asked for it. */
public class BackupRefused extends RuntimeException {

    public BackupRefused(String message) {
        super(message);
    }
}
