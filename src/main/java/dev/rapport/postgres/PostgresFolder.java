package dev.rapport.postgres;

import dev.rapport.shared.RapportHome;
import java.nio.file.Path;

/** Where the embedded database keeps things inside the home folder. */
record PostgresFolder(Path home) {

    static PostgresFolder in(RapportHome home) {
        return new PostgresFolder(home.folder());
    }

    /** Held locked by the process that owns the home, and by nobody else. */
    Path lock() {
        return home.resolve("lock");
    }

    Path folder() {
        return home.resolve("postgres");
    }

    Path binaries(String version) {
        return folder().resolve(version);
    }

    Path data() {
        return folder().resolve("data");
    }

    Path password() {
        return folder().resolve("password");
    }

    /** Says which process serves the home and on which port, while it does. */
    Path running() {
        return folder().resolve("running.properties");
    }

    Path supervisor() {
        return folder().resolve("supervise.sh");
    }

    /** An operator's own settings, read after the shipped ones. */
    Path localSettings() {
        return folder().resolve("local.conf");
    }

    KeyFiles keys() {
        return new KeyFiles(home.resolve("keys"));
    }

    Path logs() {
        return home.resolve("logs");
    }

    Path log() {
        return logs().resolve("postgres.log");
    }
}
