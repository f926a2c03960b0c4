package dev.rapport.journeys.support;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The people who sit at browsers in one test; each has cookies of their own. */
public final class Visitors implements AutoCloseable {

    private final Browser browser;
    private final List<Visitor> all = new ArrayList<>();

    Visitors(Browser browser) {
        this.browser = browser;
    }

    /** Somebody new, at a wide screen, who comes to this address. */
    public Visitor at(String home) {
        Browser.NewContextOptions options = new Browser.NewContextOptions()
                .setBaseURL(home)
                .setLocale("en")
                .setTimezoneId("UTC")
                .setViewportSize(1440, 900);
        Visitor visitor = new Visitor(browser.newContext(options));
        all.add(visitor);
        return visitor;
    }

    void photograph(String name) {
        for (int i = 0; i < all.size(); i++) {
            Path picture = Path.of("target", "journeys", name + "-" + i + ".png");
            System.err.println(
                    name + ": " + all.get(i).faults().stream().limit(10).toList());
            all.get(i).page().screenshot(new Page.ScreenshotOptions().setPath(picture));
        }
    }

    @Override
    public void close() {
        all.forEach(Visitor::leaves);
    }
}
