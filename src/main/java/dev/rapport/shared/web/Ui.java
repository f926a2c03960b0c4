package dev.rapport.shared.web;

import dev.rapport.shared.SignedIn;
import dev.rapport.shared.Theme;
import gg.jte.Content;
import gg.jte.TemplateOutput;
import gg.jte.html.HtmlTemplateOutput;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;

/** What every template may ask of the current request: texts, times, addresses, who is signed in. */
public final class Ui {

    private final HttpServletRequest request;
    private final String path;
    private final Texts texts;
    private final Assets assets;
    private final @Nullable SignedIn user;
    private final Locale language;
    private final Times times;
    private final @Nullable Toast toast;
    private final long asked;
    private final boolean isDemo;

    Ui(
            HttpServletRequest request,
            String path,
            Texts texts,
            Assets assets,
            Clock clock,
            Locale language,
            @Nullable SignedIn user,
            @Nullable Toast toast,
            boolean isDemo) {
        this.request = request;
        this.path = path;
        this.texts = texts;
        this.assets = assets;
        this.user = user;
        this.language = language;
        this.times = new Times(texts, language, user == null ? ZoneId.systemDefault() : user.zone(), clock);
        this.toast = toast;
        this.asked = clock.millis();
        this.isDemo = isDemo;
    }

    /** The text of {@code key} in the reader's language. */
    public String t(String key, Object... args) {
        return texts.text(language, key, args);
    }

    /** The text of {@code key} if there is one, else {@code otherwise}: for keys that come with data. */
    public String named(String key, String otherwise) {
        return texts.has(language, key) ? t(key) : otherwise;
    }

    /** The reader's language as a tag for {@code lang}. */
    public String language() {
        return language.toLanguageTag();
    }

    public String theme() {
        return (user == null ? Theme.SYSTEM : user.theme()).attribute();
    }

    /** The address of a static file; it changes when any static file does. */
    public String asset(String file) {
        return assets.url(file);
    }

    /** The path of this page, without its query. */
    public String path() {
        return path;
    }

    /** {@code "page"} for the navigation's link to the pages below {@code prefix} when this is one of them, else null. */
    public @Nullable String current(String prefix) {
        return isCurrent(prefix) ? "page" : null;
    }

    public boolean isCurrent(String prefix) {
        return path.equals(prefix) || path.startsWith(prefix + "/");
    }

    /**
     * Whether to answer with the main part alone: htmx swaps it in. A boosted link or a step back in history wants the
     * whole page.
     */
    public boolean isFragment() {
        return isTrue("HX-Request") && !isTrue("HX-Boosted") && !isTrue("HX-History-Restore-Request");
    }

    /** When this page was asked for, in milliseconds since 1970: what changed since is told by the stream of updates. */
    public String asked() {
        return Long.toString(asked);
    }

    /** Who is signed in; an error on pages for strangers. */
    public SignedIn user() {
        return Optional.ofNullable(user).orElseThrow(() -> new IllegalStateException("Nobody is signed in"));
    }

    public boolean isSignedIn() {
        return user != null;
    }

    /** Whether what is shown is the demo world, where nobody is real and nothing leaves the machine. */
    public boolean isDemo() {
        return isDemo;
    }

    /** The hidden field's name and value that every form which changes something needs. */
    public CsrfToken csrf() {
        return (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    }

    /** What was just done, said once on the page after. */
    public @Nullable Toast toast() {
        return toast;
    }

    /** The distance to now, or the day, as a {@code time} element. */
    public Content ago(Instant at) {
        return time(at, times.ago(at));
    }

    /** The time of today, or day and time, as a {@code time} element. */
    public Content at(Instant at) {
        return time(at, times.at(at));
    }

    /** The day as a {@code time} element. */
    public Content day(Instant at) {
        return time(at, times.day(at));
    }

    /** A day that has no hour: the end of a warranty. */
    public String date(LocalDate day) {
        return times.date(day);
    }

    /** "Today", or the day without its year, where that stands above. */
    public String dayText(Instant at) {
        return times.today(at);
    }

    /** The month and its year: "November 2026". */
    public String month(Instant at) {
        return times.month(at);
    }

    /** How long it took: "3 h". */
    public String span(Instant from, Instant to) {
        return times.span(from, to);
    }

    /** The day of the week and of the month today, in full. */
    public String todayText() {
        return times.today();
    }

    /** {@link #ago} in words alone, for labels. */
    public String agoText(Instant at) {
        return times.ago(at);
    }

    /** A whole number with the language's separators. */
    public String number(long value) {
        return NumberFormat.getIntegerInstance(language).format(value);
    }

    /** An amount of money; without a currency the figure alone. */
    public String money(BigDecimal amount, @Nullable String currency) {
        if (currency == null) {
            return NumberFormat.getNumberInstance(language).format(amount);
        }
        NumberFormat format = NumberFormat.getCurrencyInstance(language);
        format.setCurrency(Currency.getInstance(currency));
        return format.format(amount);
    }

    /** A share between 0 and 1 as whole per cent. */
    public String percent(double share) {
        return NumberFormat.getPercentInstance(language).format(share);
    }

    /** A figure with its sign and one place behind the point. */
    public String signed(double figure) {
        NumberFormat format = NumberFormat.getNumberInstance(language);
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return (figure < 0 ? "−" : "+") + format.format(Math.abs(figure));
    }

    private boolean isTrue(String header) {
        return "true".equals(request.getHeader(header));
    }

    private Content time(Instant at, String words) {
        String full = times.full(at);
        return output -> {
            output.writeContent("<time datetime=\"" + at + "\" title=\"");
            attribute(output, full);
            output.writeContent("\">");
            output.writeUserContent(words);
            output.writeContent("</time>");
        };
    }

    private static void attribute(TemplateOutput output, String text) {
        if (output instanceof HtmlTemplateOutput html) {
            html.setContext("time", "title");
            html.writeUserContent(text);
            html.setContext("time", null);
        }
    }
}
