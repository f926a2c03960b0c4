package dev.rapport.shared;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The one folder that holds what this deployment keeps on disk: the database, its binaries, keys, logs. Given by
 * {@code RAPPORT_HOME}, else a folder that the platform sets aside for such data; never a temporary folder.
 */
public record RapportHome(Path folder) {

    /** The home by environment variable, else by the platform's habit. */
    public static RapportHome fromEnvironment() {
        return of(System.getenv("RAPPORT_HOME"));
    }

    /** The home at {@code configured}, or the platform's default when that is empty. */
    public static RapportHome of(@Nullable String configured) {
        Path folder = configured == null || configured.isBlank() ? platformDefault() : Path.of(configured);
        return new RapportHome(folder.toAbsolutePath().normalize());
    }

    public Path resolve(String name) {
        return folder.resolve(name);
    }

    private static Path platformDefault() {
        Path user = Path.of(System.getProperty("user.home"));
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (os.contains("mac")) {
            return user.resolve("Library/Application Support/Rapport");
        }
        if (os.contains("win")) {
            String appData = System.getenv("LOCALAPPDATA");
            return appData == null ? user.resolve("Rapport") : Path.of(appData, "Rapport");
        }
        String xdg = System.getenv("XDG_DATA_HOME");
        return xdg == null || xdg.isBlank() ? user.resolve(".local/share/rapport") : Path.of(xdg, "rapport");
    }
}
