package dev.rapport.cases.web;

import dev.rapport.cases.CaseId;
import dev.rapport.shared.web.Toast;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What is answered when something was done to a case: to htmx the news, so that the panes fetch themselves anew; to a
 * browser without scripts the way back to where the form stood.
 */
@Component
class Afterwards {

    ModelAndView of(
            CaseId id,
            Toast toast,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (request.getHeader("HX-Request") == null) {
            toast.after(redirect);
            return new ModelAndView("redirect:" + back(request.getHeader("Referer"), "/cases/" + id));
        }
        response.setHeader("HX-Trigger", "case-changed");
        return new ModelAndView("cases/done", "toast", toast);
    }

    /** The path of our own page the form stood on; another site's address leads nowhere. */
    static String back(@Nullable String referer, String otherwise) {
        if (referer == null) {
            return otherwise;
        }
        try {
            URI from = URI.create(referer);
            String path = from.getRawPath();
            boolean isOurs = path != null && path.matches("/(inbox|cases)(/\\d+)?");
            return !isOurs ? otherwise : from.getRawQuery() == null ? path : path + "?" + from.getRawQuery();
        } catch (IllegalArgumentException notAnAddress) {
            return otherwise;
        }
    }
}
