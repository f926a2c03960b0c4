package dev.rapport.journeys.support;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The one browser of a test run: that of this machine, or with none Playwright's own. */
final class Chromium implements AutoCloseable {

    static final int PATIENCE = 30_000;

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium start() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        Optional<Path> known = executable();
        Playwright.CreateOptions options = new Playwright.CreateOptions();
        if (known.isPresent()) {
            options.setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        }
        Playwright playwright = Playwright.create(options);
        BrowserType.LaunchOptions launch = new BrowserType.LaunchOptions()
                .setChromiumSandbox(!"root".equals(System.getProperty("user.name")))
                .setArgs(List.of("--disable-gpu", "--disable-background-networking"));
        known.ifPresent(launch::setExecutablePath);
        return new Chromium(playwright, playwright.chromium().launch(launch));
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }

    private static Optional<Path> executable() {
        String named = System.getenv("RAPPORT_CHROMIUM");
        if (named != null && !named.isBlank()) {
            return Optional.of(Path.of(named));
        }
        List<String> folders =
                Arrays.asList(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator));
        return Stream.concat(Stream.of("/usr/bin"), folders.stream())
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
