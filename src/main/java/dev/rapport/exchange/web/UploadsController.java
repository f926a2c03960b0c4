package dev.rapport.exchange.web;

import dev.rapport.exchange.CannotImport;
import dev.rapport.exchange.Column;
import dev.rapport.exchange.FileLook;
import dev.rapport.exchange.ImportKind;
import dev.rapport.exchange.Imports;
import dev.rapport.exchange.Mapping;
import dev.rapport.exchange.Preview;
import dev.rapport.exchange.Upload;
import dev.rapport.exchange.UploadId;
import dev.rapport.exchange.Uploads;
import dev.rapport.exchange.files.UnreadableFile;
import dev.rapport.exchange.spi.Reason;
import dev.rapport.shared.SignedIn;
import dev.rapport.shared.web.Toast;
import dev.rapport.shared.web.WhenServing;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A file on its way in: which field each column feeds, what would come of it, and the start. */
@WhenServing
@Controller
@RequestMapping("/imports/uploads/{id}")
@PreAuthorize("hasRole('MANAGER')")
class UploadsController {

    private final Uploads uploads;
    private final Imports imports;

    UploadsController(Uploads uploads, Imports imports) {
        this.uploads = uploads;
        this.imports = imports;
    }

    @GetMapping("/mapping")
    ModelAndView columns(@PathVariable long id) {
        Upload upload = find(id);
        return mapping(upload, uploads.proposal(upload), null);
    }

    @PostMapping("/mapping")
    ModelAndView map(@PathVariable long id, @RequestParam Map<String, String> form) {
        Upload upload = find(id);
        Mapping mapping = MappingForm.read(form, uploads.look(upload).columns(), kind(upload));
        try {
            uploads.map(upload, mapping);
            return new ModelAndView("redirect:/imports/uploads/" + id + "/preview");
        } catch (CannotImport refused) {
            return mapping(upload, mapping, refused.reason());
        }
    }

    @GetMapping("/preview")
    ModelAndView preview(@PathVariable long id) {
        Upload upload = find(id);
        try {
            return preview(upload, uploads.preview(upload), null);
        } catch (CannotImport | UnreadableFile | IllegalArgumentException refused) {
            return preview(upload, null, Refused.because(refused));
        }
    }

    @PostMapping("/import")
    ModelAndView start(@PathVariable long id, @AuthenticationPrincipal SignedIn user) {
        Upload upload = find(id);
        try {
            return new ModelAndView(
                    "redirect:/imports/" + uploads.start(upload, user.id()).value());
        } catch (CannotImport | UnreadableFile | IllegalArgumentException refused) {
            return preview(upload, null, Refused.because(refused));
        }
    }

    @DeleteMapping
    String discard(@PathVariable long id, RedirectAttributes redirect) {
        uploads.discard(find(id).id());
        Toast.of("exchange.upload.discarded").after(redirect);
        return "redirect:/imports";
    }

    /** Gone after a day, and for whoever follows an old link. */
    private Upload find(long id) {
        return uploads.find(new UploadId(id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ImportKind kind(Upload upload) {
        return imports.kinds().stream()
                .filter(kind -> kind.name().equals(upload.kind()))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ModelAndView mapping(Upload upload, Mapping mapping, @Nullable Reason problem) {
        FileLook look = uploads.look(upload);
        MappingPage page = new MappingPage(upload, kind(upload), look, mapping, problem);
        return answer("exchange/mapping", page, problem);
    }

    private ModelAndView preview(Upload upload, @Nullable Preview preview, @Nullable Reason problem) {
        Mapping mapping = uploads.proposal(upload);
        List<String> leftOut = uploads.look(upload).columns().stream()
                .filter(column -> mapping.field(column.key()).isEmpty())
                .map(Column::name)
                .toList();
        PreviewPage page = new PreviewPage(upload, kind(upload).fields(), leftOut, preview, problem);
        return answer("exchange/preview", page, problem);
    }

    private static ModelAndView answer(String template, Object page, @Nullable Reason problem) {
        ModelAndView view = new ModelAndView(template, "page", page);
        view.setStatus(problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }
}
