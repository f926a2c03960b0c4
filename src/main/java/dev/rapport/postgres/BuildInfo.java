package dev.rapport.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** What the build wrote down about itself. */
final class BuildInfo {

    private static final String FILE = "META-INF/build-info.properties";

    private BuildInfo() {}

    /** The version of the binaries this build carries, such as {@code 18.6.0}. */
    static String postgresVersion() {
        return read("build.postgres.version");
    }

    static String applicationVersion() {
        return read("build.version");
    }

    private static String read(String name) {
        Properties build = new Properties();
        try (InputStream file = BuildInfo.class.getResourceAsStream("/" + FILE)) {
            if (file != null) {
                build.load(file);
            }
        } catch (IOException unreadable) {
            throw new IllegalStateException(FILE + " cannot be read", unreadable);
        }
        String value = build.getProperty(name);
        if (value == null) {
            throw new IllegalStateException(FILE + " is missing from the class path: build with Maven first");
        }
        return value;
    }
}
