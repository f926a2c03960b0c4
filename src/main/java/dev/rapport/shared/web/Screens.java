package dev.rapport.shared.web;

import dev.rapport.shared.SignedIn;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Finds the template that a controller names ({@code "cases/show"}) and gives it the {@link Ui} of the request. A
 * redirect answers 303, so that the next page is always asked for with GET.
 */
@Component
@WhenServing
final class Screens implements ViewResolver, Ordered {

    private static final String REDIRECT = "redirect:";

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Screens.class.getClassLoader(), "rapport.templates");
    private final Texts texts;
    private final Languages languages;
    private final Assets assets;
    private final Clock clock;
    private final boolean isDemo;

    Screens(
            Texts texts,
            Languages languages,
            Assets assets,
            Clock clock,
            @Value("${rapport.demo:false}") boolean isDemo) {
        this.texts = texts;
        this.languages = languages;
        this.assets = assets;
        this.clock = clock;
        this.isDemo = isDemo;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        if (name.startsWith(REDIRECT)) {
            return new RedirectView(name.substring(REDIRECT.length()), true, false);
        }
        String template = name + ".jte";
        return name.contains(":") || !templates.hasTemplate(template) ? null : new Screen(templates, template, this);
    }

    /** Before the view resolver that takes any name for a file. */
    @Override
    public int getOrder() {
        return 0;
    }

    Ui ui(HttpServletRequest request, @Nullable Toast toast) {
        SignedIn user = user();
        Locale language = user == null ? languages.of(request) : user.language();
        return new Ui(request, path(request), texts, assets, clock, language, user, toast, isDemo);
    }

    private static @Nullable SignedIn user() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn user ? user : null;
    }

    /** Of an error page the path that was asked for, not the one that draws it. */
    private static String path(HttpServletRequest request) {
        Object original = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return original == null ? request.getRequestURI() : original.toString();
    }
}
