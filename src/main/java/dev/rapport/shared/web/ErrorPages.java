package dev.rapport.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What went wrong, in the look of the other pages. */
@Component
@WhenServing
final class ErrorPages implements ErrorViewResolver {

    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        String kind = switch (status) {
            case NOT_FOUND, GONE -> "missing";
            case FORBIDDEN, UNAUTHORIZED -> "forbidden";
            case CONFLICT -> "changed";
            default -> status.is4xxClientError() ? "request" : "failed";
        };
        return new ModelAndView("shared/error", Map.of("page", new ErrorPage(status.value(), kind)), status);
    }
}
