package dev.rapport.exchange.databases;

import dev.rapport.exchange.spi.Reason;
import dev.rapport.shared.RapportHome;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The drivers of databases: PostgreSQL's is carried, others are loaded from {@code drivers} in the home, by a class loader
 * that sees nothing of the application.
 */
@Component
class Drivers {

    private static final Logger log = LoggerFactory.getLogger(Drivers.class);

    private final Path folder;
    private final Map<DatabaseKind, Driver> loaded = new EnumMap<>(DatabaseKind.class);

    Drivers(RapportHome home) {
        this.folder = home.resolve("drivers");
    }

    /**
     * The driver of a kind. A file that was put into the folder just now is found.
     *
     * @throws DatabaseFailed when its file is not there
     */
    synchronized Driver of(DatabaseKind kind) {
        Driver driver = loaded.get(kind);
        if (driver == null) {
            driver = kind.file().isEmpty() ? new org.postgresql.Driver() : fromFolder(kind);
            if (driver == null) {
                throw Trouble.NO_DRIVER.failed(kind.file(), folder.toString());
            }
            loaded.put(kind, driver);
        }
        return driver;
    }

    /** What to do when the driver of a kind is not there. */
    Optional<Reason> missing(DatabaseKind kind) {
        try {
            of(kind);
            return Optional.empty();
        } catch (DatabaseFailed missing) {
            return Optional.of(missing.reason());
        }
    }

    @SuppressWarnings("resource") // The driver lives as long as the application.
    private @Nullable Driver fromFolder(DatabaseKind kind) {
        ClassLoader alone =
                new URLClassLoader("drivers", files().toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        try {
            return (Driver)
                    alone.loadClass(kind.driver()).getDeclaredConstructor().newInstance();
        } catch (ClassNotFoundException missing) {
            return null;
        } catch (ReflectiveOperationException | LinkageError broken) {
            log.warn("The driver {} in {} cannot be used", kind.driver(), folder, broken);
            return null;
        }
    }

    private List<URL> files() {
        List<URL> files = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*.jar")) {
                for (Path jar : jars) {
                    files.add(url(jar));
                }
            } catch (IOException unreadable) {
                log.warn("{} cannot be read", folder, unreadable);
            }
        }
        return files;
    }

    private static URL url(Path jar) throws MalformedURLException {
        return jar.toUri().toURL();
    }
}
