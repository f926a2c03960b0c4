package dev.rapport.cases.web;

import dev.rapport.cases.CannotChange;
import dev.rapport.cases.NoSuchCase;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.server.ResponseStatusException;

/** What a change that is not possible is answered with, on screens. */
@ControllerAdvice(
        assignableTypes = {CaseAssignmentsController.class, CaseResolutionsController.class, CasesController.class})
class CaseProblems {

    @ExceptionHandler
    void noSuchCase(NoSuchCase missing, HttpServletRequest request) {
        throw new ResponseStatusException(HttpStatus.NOT_FOUND, missing.getMessage(), missing);
    }

    @ExceptionHandler
    void changedMeanwhile(OptimisticLockingFailureException changed) {
        throw new ResponseStatusException(HttpStatus.CONFLICT, changed.getMessage(), changed);
    }

    @ExceptionHandler
    void notPossible(CannotChange refusal) {
        HttpStatus status =
                refusal.why() == CannotChange.Why.RESOLVED ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT;
        throw new ResponseStatusException(status, refusal.getMessage(), refusal);
    }
}
