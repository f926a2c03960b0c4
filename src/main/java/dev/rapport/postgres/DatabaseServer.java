package dev.rapport.postgres;

import dev.rapport.shared.RapportHome;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The database this application works with: the embedded one or one outside. */
public interface DatabaseServer extends AutoCloseable {

    DatabaseConnection connection();

    /** Lets go of it; stops the server when it is ours. */
    @Override
    void close();

    /**
     * The outside database when {@code rapport.database.url} is among the {@code settings}, else the embedded one of
     * {@code home}: our own, or with {@code rapport.database.attach=true} that of whoever serves the home already.
     *
     * @throws DatabaseUnavailable when there is none to be had
     */
    static DatabaseServer open(RapportHome home, Function<String, @Nullable String> settings) {
        String url = setting(settings, "rapport.database.url");
        if (!url.isBlank()) {
            return OutsideDatabase.at(
                    url, setting(settings, "rapport.database.user"), setting(settings, "rapport.database.password"));
        }
        boolean attach = Boolean.parseBoolean(setting(settings, "rapport.database.attach"));
        return attach ? EmbeddedPostgres.attachOrStart(home) : EmbeddedPostgres.start(home);
    }

    private static String setting(Function<String, @Nullable String> settings, String name) {
        String value = settings.apply(name);
        return value == null ? "" : value;
    }
}
