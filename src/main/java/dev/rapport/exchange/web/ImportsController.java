package dev.rapport.exchange.web;

import dev.rapport.exchange.CannotImport;
import dev.rapport.exchange.Import;
import dev.rapport.exchange.ImportId;
import dev.rapport.exchange.ImportKind;
import dev.rapport.exchange.Imports;
import dev.rapport.exchange.RefusedFile;
import dev.rapport.exchange.StartImport;
import dev.rapport.shared.SignedIn;
import dev.rapport.shared.web.WhenServing;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
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

/** Imports: everybody may look, managers start, stop and resume them. */
@WhenServing
@Controller
@RequestMapping("/imports")
class ImportsController {

    private static final int PAGE = 50;

    private final Imports imports;

    ImportsController(Imports imports) {
        this.imports = imports;
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
        return form(kind, Map.of(), null, HttpStatus.OK);
    }

    /** Starts one; the target's options come as fields of the form, named as they are. */
    @PostMapping
    @PreAuthorize("hasRole('MANAGER')")
    ModelAndView start(
            @RequestParam String kind,
            @RequestParam MultipartFile file,
            @RequestParam Map<String, String> form,
            @AuthenticationPrincipal SignedIn user)
            throws IOException {
        Map<String, String> options = options(kind, form);
        Path received = Files.createTempFile("import-", null);
        try {
            file.transferTo(received);
            String name = file.getOriginalFilename();
            ImportId id = imports.start(new StartImport(kind, received, name == null ? "" : name, options, user.id()));
            return new ModelAndView("redirect:/imports/" + id.value());
        } catch (CannotImport | IllegalArgumentException refused) {
            return form(kind, options, refused.getMessage(), HttpStatus.UNPROCESSABLE_CONTENT);
        } finally {
            Files.deleteIfExists(received);
        }
    }

    /** The whole page, or its moving part for a browser that has the page already. */
    @GetMapping("/{id}")
    ModelAndView show(
            @PathVariable long id, @RequestHeader(name = "HX-Request", defaultValue = "false") boolean moving) {
        ImportPage page = new ImportPage(find(id), imports.refused(new ImportId(id), 0, ImportPage.SHOWN));
        return new ModelAndView(moving ? "exchange/progress" : "exchange/import", "page", page);
    }

    @PostMapping("/{id}/stop")
    @PreAuthorize("hasRole('MANAGER')")
    String stop(@PathVariable long id) {
        imports.stop(find(id).id());
        return "redirect:/imports/" + id;
    }

    @DeleteMapping("/{id}/stop")
    @PreAuthorize("hasRole('MANAGER')")
    String resume(@PathVariable long id) {
        imports.resume(find(id).id());
        return "redirect:/imports/" + id;
    }

    /** The refused lines with reasons, to be repaired and imported again. */
    @GetMapping("/{id}/refused")
    @PreAuthorize("hasRole('MANAGER')")
    void refused(@PathVariable long id, HttpServletResponse response) throws IOException {
        RefusedFile file = imports.refusedFile(find(id).id());
        response.setContentType("application/octet-stream");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(file.name(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        file.writeTo(response.getWriter());
    }

    private Import find(long id) {
        return imports.find(new ImportId(id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ModelAndView form(String kind, Map<String, String> values, @Nullable String problem, HttpStatus status) {
        List<ImportKind> kinds = imports.kinds();
        ImportKind chosen = kinds.stream()
                .filter(one -> one.name().equals(kind))
                .findFirst()
                .orElse(kinds.getFirst());
        ModelAndView view = new ModelAndView("exchange/new", "page", new NewImportPage(kinds, chosen, values, problem));
        view.setStatus(status);
        return view;
    }

    private Map<String, String> options(String kind, Map<String, String> form) {
        return imports.kinds().stream()
                .filter(one -> one.name().equals(kind))
                .flatMap(one -> one.options().stream())
                .filter(option -> !form.getOrDefault(option.name(), "").isBlank())
                .collect(Collectors.toMap(option -> option.name(), option -> form.getOrDefault(option.name(), "")));
    }
}
