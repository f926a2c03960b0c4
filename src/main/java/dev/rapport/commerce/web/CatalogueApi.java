package dev.rapport.commerce.web;

import dev.rapport.commerce.Catalogue;
import dev.rapport.commerce.CatalogueLine;
import dev.rapport.commerce.CatalogueRefused;
import dev.rapport.shared.web.WhenServing;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue for programs: read it whole, or make it what is sent. */
@WhenServing
@RestController
@RequestMapping("/api/v1/catalogue")
class CatalogueApi {

    private final Catalogue catalogue;

    CatalogueApi(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('SCOPE_catalogue:read')")
    Whole read() {
        return new Whole(catalogue.lines());
    }

    /** Adds, changes and removes until the catalogue is what was sent; all of it or nothing. */
    @PutMapping
    @PreAuthorize("hasAuthority('SCOPE_catalogue:write')")
    Whole replace(@RequestBody Whole whole) {
        catalogue.replace(whole.entries());
        return new Whole(catalogue.lines());
    }

    @ExceptionHandler
    ProblemDetail refused(CatalogueRefused refused) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, refused.sentence());
    }

    /** Every brand before its products, then the aspects. */
    record Whole(List<CatalogueLine> entries) {}
}
