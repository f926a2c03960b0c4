package dev.rapport.commerce.web;

import dev.rapport.commerce.Target;
import dev.rapport.shared.web.WhenServing;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The catalogue: everybody may read it. */
@WhenServing
@Controller
class CatalogueController {

    private final CatalogueReads reads;

    CatalogueController(CatalogueReads reads) {
        this.reads = reads;
    }

    @GetMapping("/catalogue")
    ModelAndView list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String after) {
        Target last = target(after);
        List<EntryRow> rows = reads.rows(q, last);
        boolean more = rows.size() > CatalogueReads.PAGE;
        List<EntryRow> page = more ? rows.subList(0, CatalogueReads.PAGE) : rows;
        boolean showsAspects = last == null && q.isBlank();
        return new ModelAndView(
                "commerce/catalogue",
                "page",
                new CataloguePage(
                        page,
                        showsAspects ? reads.generalAspects() : List.of(),
                        q.strip(),
                        last == null,
                        more ? page.getLast().key() : null));
    }

    /** The entry with a key like {@code brand-7}; null when it is none. */
    static @Nullable Target target(String key) {
        String[] parts = key.split("-", 2);
        try {
            return parts.length < 2
                    ? null
                    : new Target(Target.Kind.valueOf(parts[0].toUpperCase(Locale.ROOT)), Long.parseLong(parts[1]));
        } catch (IllegalArgumentException none) {
            return null;
        }
    }
}
