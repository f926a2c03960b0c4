package dev.rapport.journeys.support;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Looks at screens as axe does, wide in the light and on a telephone in the dark, and writes down what is wrong. */
public final class Inspection {

    private static final int HEIGHT = 900;
    /** What a link answers that was used already: a screen as well. */
    private static final int GONE = 410;

    private static final int WIDE = 1440;
    private static final int NARROW = 390;
    private static final String TOO_WIDE = "document.documentElement.scrollWidth > window.innerWidth";
    private static final String AT_REST =
            "() => !document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling')";

    /** For these two axe fetches style sheets and sounds itself, which the content security policy refuses it. */
    private static final List<String> FETCHING_RULES = List.of("css-orientation-lock", "no-autoplay-audio");

    private static final String STILL =
            "() => Promise.allSettled(document.getAnimations().map((each) => each.finished))";

    private final Visitor visitor;
    private final List<String> findings = new ArrayList<>();

    public Inspection(Visitor visitor) {
        this.visitor = visitor;
    }

    public void of(List<String> screens) {
        screens.forEach(screen -> of(screen, page -> {}));
    }

    /** A state of a screen that has no address: {@code press} brings it about. */
    public void of(String screen, Consumer<Page> press) {
        Page page = visitor.page();
        wear(page, WIDE, ColorScheme.LIGHT);
        Response answer = page.navigate(screen);
        press.accept(page);
        if (!answer.ok() && answer.status() != GONE) {
            findings.add(screen + ": answers " + answer.status());
        }
        look(page, screen + ", wide in the light: ");
        wear(page, NARROW, ColorScheme.DARK);
        look(page, screen + ", narrow in the dark: ");
        wear(page, WIDE, ColorScheme.LIGHT);
    }

    public List<String> findings() {
        return findings;
    }

    private static void wear(Page page, int width, ColorScheme scheme) {
        page.setViewportSize(width, HEIGHT);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE));
    }

    private void look(Page page, String where) {
        page.waitForFunction(AT_REST);
        page.evaluate(STILL);
        if ((boolean) page.evaluate(TOO_WIDE)) {
            findings.add(where + "has to be scrolled sideways");
        }
        new AxeBuilder(page)
                .options(violations())
                .disableRules(FETCHING_RULES)
                .setLegacyMode(true)
                .analyze()
                .getViolations()
                .forEach(rule -> findings.add(where + said(rule)));
    }

    /** Otherwise axe describes every element that passes, which is most of its work. */
    private static AxeRunOptions violations() {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return options;
    }

    private static String said(Rule rule) {
        return rule.getId() + " " + rule.getHelp() + " "
                + rule.getNodes().stream()
                        .limit(3)
                        .map(node -> node.getHtml() + " " + node.getFailureSummary())
                        .collect(Collectors.joining(" | "));
    }
}
