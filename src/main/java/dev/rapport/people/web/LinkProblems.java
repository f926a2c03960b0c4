package dev.rapport.people.web;

import dev.rapport.people.CannotLink;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What a decision that is not possible is answered with: the page that explains it. */
@ControllerAdvice(assignableTypes = {LinkDecisionsController.class, ProfileLinksController.class})
class LinkProblems {

    @ExceptionHandler
    void notPossible(CannotLink refused, HttpServletResponse response) throws IOException {
        HttpStatus status = switch (refused.why()) {
            case NO_SUCH_LINK, NO_SUCH_PERSON, NO_SUCH_PROFILE -> HttpStatus.NOT_FOUND;
            case ANOTHER_STANDS, NOT_CONFIRMED, NOT_REFUSED, NOT_WANTED -> HttpStatus.CONFLICT;
            case OURS -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        response.sendError(status.value(), refused.getMessage());
    }
}
