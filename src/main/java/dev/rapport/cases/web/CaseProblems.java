package dev.rapport.cases.web;

import dev.rapport.cases.CannotChange;
import dev.rapport.cases.NoSuchCase;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What a change that is not possible is answered with, on screens: the page that explains it. */
@ControllerAdvice(
        assignableTypes = {
            CaseAssignmentsController.class,
            CaseResolutionsController.class,
            CasesController.class,
            RulesController.class
        })
class CaseProblems {

    @ExceptionHandler
    void missing(NoSuchCase missing, HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.NOT_FOUND.value(), missing.getMessage());
    }

    @ExceptionHandler
    void changedMeanwhile(OptimisticLockingFailureException changed, HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.CONFLICT.value(), changed.getMessage());
    }

    @ExceptionHandler
    void notPossible(CannotChange refusal, HttpServletResponse response) throws IOException {
        boolean isLate = refusal.why() == CannotChange.Why.RESOLVED;
        response.sendError(
                (isLate ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT).value(), refusal.getMessage());
    }
}
