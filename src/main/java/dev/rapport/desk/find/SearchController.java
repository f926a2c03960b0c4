package dev.rapport.desk.find;

import dev.rapport.desk.words.Place;
import dev.rapport.shared.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The search over everything said, persons and cases; {@code /messages} is its former address. */
@Controller
class SearchController {

    private final SearchReads reads;

    SearchController(SearchReads reads) {
        this.reads = reads;
    }

    @GetMapping({"/search", "/messages"})
    String index(
            @RequestParam(required = false) @Nullable String words,
            @RequestParam(required = false) @Nullable Long inbox,
            @RequestParam(required = false) @Nullable String intent,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String polarity,
            @RequestParam(required = false) @Nullable String target,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String after,
            @AuthenticationPrincipal SignedIn user,
            HttpServletRequest request,
            Model model) {
        SearchFor asked = new SearchFor(
                blank(words), inbox, blank(intent), blank(reason), blank(polarity), blank(target), from, to);
        String query = request.getQueryString() == null ? "" : request.getQueryString();
        String address = UriComponentsBuilder.fromPath("/search")
                .query(query)
                .replaceQueryParam("after")
                .build()
                .toUriString();
        model.addAttribute("page", reads.find(asked, Place.parse(after).orElse(null), address, user));
        return "desk/search";
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
