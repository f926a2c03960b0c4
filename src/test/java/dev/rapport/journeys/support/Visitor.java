package dev.rapport.journeys.support;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import dev.rapport.cast.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Somebody at a browser, and what they do there in every journey. */
public final class Visitor {

    private final BrowserContext context;
    private final Page page;
    private final List<String> faults = new ArrayList<>();

    Visitor(BrowserContext context) {
        this.context = context;
        this.page = context.newPage();
        page.setDefaultTimeout(Chromium.PATIENCE);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                faults.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> faults.add(page.url() + ": " + error));
    }

    public Page page() {
        return page;
    }

    /** What the browser had to complain about: errors of scripts, refused resources. */
    public List<String> faults() {
        return faults;
    }

    public void opens(String path) {
        page.navigate(path);
    }

    /** Opens the one-time link for an owner and becomes that. */
    public void becomesOwner(String link, Person person) {
        page.navigate(link);
        field("Your name").fill(person.fullName());
        field("E-mail address").fill(person.address());
        field("Password").fill(Person.PASSWORD);
        presses("Create and sign in");
        assertThat(page).hasURL(Pattern.compile(".*/home.*"));
    }

    /** Accepts an invitation. */
    public void accepts(String link, Person person) {
        page.navigate(link);
        field("Your name").fill(person.fullName());
        field("Password").fill(Person.PASSWORD);
        presses("Come in");
        assertThat(page).hasURL(Pattern.compile(".*/home.*"));
    }

    /** Makes an invitation and returns its link. */
    public String invites(Person person, String role) {
        opens("/settings/invitations/new");
        field("E-mail address").fill(person.address());
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(Pattern.compile("^" + role)))
                .check();
        presses("Make the link");
        return page.getByLabel("Invitation link").inputValue();
    }

    public Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    public Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    public void presses(String button) {
        button(button).click();
    }

    /** Sends a form by hand, past all screens, with a valid token against forged requests; follows no redirect. */
    public APIResponse posts(String path, FormData form) {
        Locator token = page.locator("meta[name=csrf]");
        RequestOptions request = RequestOptions.create()
                .setHeader(token.getAttribute("data-header"), token.getAttribute("content"))
                .setMaxRedirects(0)
                .setForm(form);
        return context.request().post(path, request);
    }

    void leaves() {
        context.close();
    }
}
