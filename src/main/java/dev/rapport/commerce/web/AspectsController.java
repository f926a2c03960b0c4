package dev.rapport.commerce.web;

import dev.rapport.commerce.AddAspect;
import dev.rapport.commerce.Catalogue;
import dev.rapport.commerce.CatalogueRefused;
import dev.rapport.commerce.ChangeAspect;
import dev.rapport.commerce.Target;
import dev.rapport.commerce.web.EntryRow.AspectRow;
import dev.rapport.shared.web.Toast;
import dev.rapport.shared.web.WhenServing;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Adds, changes and removes aspects, of one entry or of all. */
@WhenServing
@Controller
@RequestMapping("/catalogue/aspects")
@PreAuthorize("hasRole('MANAGER')")
class AspectsController {

    private static final String ACTION = "/catalogue/aspects";

    private final Catalogue catalogue;
    private final CatalogueReads reads;

    AspectsController(Catalogue catalogue, CatalogueReads reads) {
        this.catalogue = catalogue;
        this.reads = reads;
    }

    @GetMapping("/new")
    ModelAndView form(@RequestParam(defaultValue = "") String of) {
        return page(new AspectPage(ACTION, new AspectForm("", "", of), null, owner(of), null));
    }

    @PostMapping
    ModelAndView add(@ModelAttribute AspectForm form, RedirectAttributes redirect) {
        EntryRow owner = owner(form.of());
        try {
            catalogue.add(new AddAspect(form.name(), form.wordList(), owner == null ? null : owner.target()));
        } catch (CatalogueRefused refused) {
            return refused(new AspectPage(ACTION, form, null, owner, Refusal.of(refused)));
        }
        return done("commerce.added", form.name(), redirect);
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable long id) {
        AspectRow aspect = aspect(id);
        AspectForm form = new AspectForm(aspect.name(), String.join("\n", aspect.words()), "");
        return page(new AspectPage(aspect.href(), form, id, null, null));
    }

    @PostMapping("/{id}")
    ModelAndView change(@PathVariable long id, @ModelAttribute AspectForm form, RedirectAttributes redirect) {
        AspectRow aspect = aspect(id);
        try {
            catalogue.change(new ChangeAspect(id, form.name(), form.wordList()));
        } catch (CatalogueRefused refused) {
            return refused(new AspectPage(aspect.href(), form, id, null, Refusal.of(refused)));
        }
        return done("commerce.changed", form.name(), redirect);
    }

    @DeleteMapping("/{id}")
    ModelAndView remove(@PathVariable long id, RedirectAttributes redirect) {
        String name = aspect(id).name();
        catalogue.retireAspect(id);
        return done("commerce.removed", name, redirect);
    }

    private AspectRow aspect(long id) {
        return reads.aspect(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private @Nullable EntryRow owner(String key) {
        Target target = CatalogueController.target(key);
        return target == null ? null : reads.row(target).orElse(null);
    }

    private static ModelAndView page(AspectPage page) {
        return new ModelAndView("commerce/aspect", "page", page);
    }

    private static ModelAndView refused(AspectPage page) {
        ModelAndView view = page(page);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private static ModelAndView done(String key, String name, RedirectAttributes redirect) {
        Toast.of(key, name).after(redirect);
        return new ModelAndView("redirect:/catalogue");
    }
}
