package dev.rapport.exchange.web;

import dev.rapport.exchange.CannotImport;
import dev.rapport.exchange.Import;
import dev.rapport.exchange.ImportId;
import dev.rapport.exchange.ImportKind;
import dev.rapport.exchange.Imports;
import dev.rapport.exchange.Mappings;
import dev.rapport.exchange.RefusedFile;
import dev.rapport.exchange.StartImport;
import dev.rapport.exchange.Uploads;
import dev.rapport.exchange.files.UnreadableFile;
import dev.rapport.exchange.spi.Reason;
import dev.rapport.shared.SignedIn;
import dev.rapport.shared.web.Texts;
import dev.rapport.shared.web.WhenServing;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Imports: everybody may look, managers start, stop, resume and repair them. */
@WhenServing
@Controller
@RequestMapping("/imports")
class ImportsController {

    private static final int PAGE = 50;

    private final Imports imports;
    private final Uploads uploads;
    private final Mappings mappings;
    private final Texts texts;

    ImportsController(Imports imports, Uploads uploads, Mappings mappings, Texts texts) {
        this.imports = imports;
        this.uploads = uploads;
        this.mappings = mappings;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView list(@RequestParam(defaultValue = "0") long before) {
        List<Import> found = imports.newest(before, PAGE + 1);
        boolean more = found.size() > PAGE;
        ImportsPage page = new ImportsPage(more ? found.subList(0, PAGE) : found, before == 0, more);
        return new ModelAndView("exchange/imports", "page", page);
    }

    @GetMapping("/new")
    @PreAuthorize("hasRole('MANAGER')")
    ModelAndView form(@RequestParam(defaultValue = "") String kind) {
        return form(kind, Map.of(), null);
    }

    /**
     * Takes a file; the target's options come as fields of the form, named as they are. It waits for a look at its
     * columns, or begins at once when these need none.
     */
    @PostMapping
    @PreAuthorize("hasRole('MANAGER')")
    ModelAndView bring(
            @RequestParam String kind,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "false") boolean look,
            @RequestParam Map<String, String> form,
            @AuthenticationPrincipal SignedIn user)
            throws IOException {
        try (Received received = Received.of(file)) {
            Map<String, String> options = kind(kind).chosen(form);
            StartImport command = new StartImport(kind, received.path(), received.name(), options, user.id());
            boolean needsLook = look || kind(kind).asksForSource() || !uploads.fits(kind, received.path());
            return new ModelAndView(
                    needsLook
                            ? "redirect:/imports/uploads/"
                                    + uploads.keep(command).value() + "/mapping"
                            : "redirect:/imports/" + imports.start(command).value());
        } catch (CannotImport | UnreadableFile | IllegalArgumentException refused) {
            return form(kind, form, Refused.because(refused));
        }
    }

    /** The whole page, or its moving part for a browser that has the page already. */
    @GetMapping("/{id:\\d+}")
    ModelAndView show(
            @PathVariable long id, @RequestHeader(name = "HX-Request", defaultValue = "false") boolean moving) {
        return new ModelAndView(moving ? "exchange/progress" : "exchange/import", "page", page(find(id), null));
    }

    @PostMapping("/{id:\\d+}/stop")
    @PreAuthorize("hasRole('MANAGER')")
    String stop(@PathVariable long id) {
        imports.stop(find(id).id());
        return "redirect:/imports/" + id;
    }

    @DeleteMapping("/{id:\\d+}/stop")
    @PreAuthorize("hasRole('MANAGER')")
    String resume(@PathVariable long id) {
        imports.resume(find(id).id());
        return "redirect:/imports/" + id;
    }

    /** The refused lines with reasons, to be repaired and imported again. */
    @GetMapping("/{id:\\d+}/refused")
    @PreAuthorize("hasRole('MANAGER')")
    void refused(@PathVariable long id, @AuthenticationPrincipal SignedIn user, HttpServletResponse response)
            throws IOException {
        RefusedFile file = imports.refusedFile(find(id).id());
        Download.begin(response, file.name());
        file.writeTo(response.getWriter(), reason -> said(reason, user));
    }

    /** Takes the repaired lines of an import; kind, options and mapping are the import's. */
    @PostMapping("/{id:\\d+}/repairs")
    @PreAuthorize("hasRole('MANAGER')")
    ModelAndView repair(@PathVariable long id, @RequestParam MultipartFile file, @AuthenticationPrincipal SignedIn user)
            throws IOException {
        try (Received received = Received.of(file)) {
            long upload = uploads.keepRepaired(find(id), received.path(), received.name(), user.id())
                    .value();
            return new ModelAndView("redirect:/imports/uploads/" + upload + "/preview");
        } catch (CannotImport | UnreadableFile | IllegalArgumentException refused) {
            ModelAndView view = new ModelAndView("exchange/import", "page", page(find(id), Refused.because(refused)));
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
    }

    private Import find(long id) {
        return imports.find(new ImportId(id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ImportPage page(Import work, @Nullable Reason problem) {
        return new ImportPage(work, imports.refused(work.id(), 0, ImportPage.SHOWN), problem);
    }

    private ModelAndView form(String kind, Map<String, String> values, @Nullable Reason problem) {
        NewImportPage page = new NewImportPage(imports.kinds(), kind(kind), mappings.sources(), values, problem);
        ModelAndView view = new ModelAndView("exchange/new", "page", page);
        view.setStatus(problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private ImportKind kind(String name) {
        List<ImportKind> kinds = imports.kinds();
        return kinds.stream().filter(one -> one.name().equals(name)).findFirst().orElse(kinds.getFirst());
    }

    private String said(Reason reason, SignedIn user) {
        return texts.has(user.language(), reason.key())
                ? texts.text(user.language(), reason.key(), reason.details().toArray())
                : reason.words();
    }
}
