package dev.rapport.commerce.web;

import dev.rapport.commerce.AddBrand;
import dev.rapport.commerce.AddProduct;
import dev.rapport.commerce.Catalogue;
import dev.rapport.commerce.CatalogueRefused;
import dev.rapport.commerce.ChangeEntry;
import dev.rapport.commerce.Target;
import dev.rapport.commerce.Target.Kind;
import dev.rapport.shared.web.Toast;
import dev.rapport.shared.web.WhenServing;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Adds, changes and removes brands and products: in place within the list, or on a page of its own without scripts. */
@WhenServing
@Controller
@RequestMapping("/catalogue/{kind:brands|products}")
@PreAuthorize("hasRole('MANAGER')")
class EntriesController {

    private final Catalogue catalogue;
    private final CatalogueReads reads;

    EntriesController(Catalogue catalogue, CatalogueReads reads) {
        this.catalogue = catalogue;
        this.reads = reads;
    }

    @GetMapping("/new")
    ModelAndView form(@PathVariable String kind) {
        return page(new EntryPage("/catalogue/brands", EntryForm.EMPTY, null, null, null));
    }

    /** A new product of a brand. */
    @GetMapping("/{id}/products/new")
    ModelAndView productForm(@PathVariable String kind, @PathVariable long id) {
        EntryRow brand = row(new Target(Kind.BRAND, id));
        return page(new EntryPage(brand.href() + "/products", EntryForm.EMPTY, null, brand, null));
    }

    @PostMapping
    ModelAndView add(@PathVariable String kind, @ModelAttribute EntryForm form, RedirectAttributes redirect) {
        try {
            catalogue.add(new AddBrand(form.name(), form.standing(), form.aliasList(), form.handleList()));
        } catch (CatalogueRefused refused) {
            return refused(new EntryPage("/catalogue/brands", form, null, null, Refusal.of(refused)), false);
        }
        return done("commerce.added", form.name(), redirect);
    }

    @PostMapping("/{id}/products")
    ModelAndView addProduct(
            @PathVariable String kind,
            @PathVariable long id,
            @ModelAttribute EntryForm form,
            RedirectAttributes redirect) {
        EntryRow brand = row(new Target(Kind.BRAND, id));
        try {
            catalogue.add(new AddProduct(brand.target(), form.name(), form.aliasList(), form.handleList()));
        } catch (CatalogueRefused refused) {
            String action = brand.href() + "/products";
            return refused(new EntryPage(action, form, null, brand, Refusal.of(refused)), false);
        }
        return done("commerce.added", form.name(), redirect);
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(
            @PathVariable String kind,
            @PathVariable long id,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean inPlace) {
        EntryRow row = row(target(kind, id));
        EntryPage page = new EntryPage(row.href(), EntryForm.of(row), row, null, null);
        return inPlace ? new ModelAndView("commerce/form", "page", page) : page(page);
    }

    /** The row alone, when an edit in place is given up. */
    @GetMapping("/{id}")
    ModelAndView show(
            @PathVariable String kind,
            @PathVariable long id,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean inPlace) {
        EntryRow row = row(target(kind, id));
        return inPlace
                ? new ModelAndView("commerce/row", "row", row)
                : new ModelAndView("redirect:/catalogue?q={name}").addObject("name", row.name());
    }

    @PostMapping("/{id}")
    ModelAndView change(
            @PathVariable String kind,
            @PathVariable long id,
            @ModelAttribute EntryForm form,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean inPlace,
            RedirectAttributes redirect) {
        EntryRow row = row(target(kind, id));
        try {
            catalogue.change(new ChangeEntry(
                    row.target(),
                    form.name(),
                    row.isBrand() ? form.standing() : null,
                    form.aliasList(),
                    form.handleList()));
        } catch (CatalogueRefused refused) {
            return refused(new EntryPage(row.href(), form, row, null, Refusal.of(refused)), inPlace);
        }
        return inPlace
                ? new ModelAndView("commerce/row", "row", row(row.target()))
                : done("commerce.changed", form.name(), redirect);
    }

    @DeleteMapping("/{id}")
    ModelAndView remove(@PathVariable String kind, @PathVariable long id, RedirectAttributes redirect) {
        EntryRow row = row(target(kind, id));
        catalogue.retire(row.target());
        return done("commerce.removed", row.name(), redirect);
    }

    private EntryRow row(Target target) {
        return reads.row(target).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Target target(String kind, long id) {
        return new Target(kind.equals("brands") ? Kind.BRAND : Kind.PRODUCT, id);
    }

    private static ModelAndView page(EntryPage page) {
        return new ModelAndView("commerce/entry", "page", page);
    }

    private static ModelAndView refused(EntryPage page, boolean inPlace) {
        ModelAndView view = inPlace ? new ModelAndView("commerce/form", "page", page) : page(page);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private static ModelAndView done(String key, String name, RedirectAttributes redirect) {
        Toast.of(key, name).after(redirect);
        return new ModelAndView("redirect:/catalogue");
    }
}
