package dev.rapport.channels.web;

import dev.rapport.channels.Inbox;
import dev.rapport.channels.Searches;
import dev.rapport.channels.spi.Fault;
import dev.rapport.channels.spi.Search;
import dev.rapport.shared.web.FormProblems;
import dev.rapport.shared.web.Toast;
import dev.rapport.shared.web.WhenServing;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is listened for at a place: tried first, then saved. */
@WhenServing
@Controller
@RequestMapping("/channels/{id}/searches")
@PreAuthorize("hasRole('MANAGER')")
class SearchesController {

    private final Searches searches;
    private final InboxPages pages;

    SearchesController(Searches searches, InboxPages pages) {
        this.searches = searches;
        this.pages = pages;
    }

    /** The form and, once something was entered, what it would bring; nothing is kept. */
    @GetMapping("/new")
    ModelAndView preview(@PathVariable long id, @ModelAttribute SearchForm form) throws InterruptedException {
        Inbox inbox = pages.inbox(id);
        Set<Search.Kind> kinds = searches.kinds(inbox.id());
        if (form.isEmpty()) {
            return page(new SearchPage(inbox, kinds, form, null, null, FormProblems.none()));
        }
        FormProblems problems = form.problems(kinds);
        if (!problems.isEmpty()) {
            return page(new SearchPage(inbox, kinds, form, null, null, problems));
        }
        try {
            return page(found(inbox, kinds, form, searches.preview(form.command(inbox.id())), null));
        } catch (Fault failed) {
            return page(found(inbox, kinds, form, null, String.valueOf(failed.getMessage())));
        }
    }

    @PostMapping
    ModelAndView save(@PathVariable long id, @ModelAttribute SearchForm form, RedirectAttributes redirect) {
        Inbox inbox = pages.inbox(id);
        Set<Search.Kind> kinds = searches.kinds(inbox.id());
        FormProblems problems = form.problems(kinds);
        if (!problems.isEmpty()) {
            return page(new SearchPage(inbox, kinds, form, null, null, problems));
        }
        searches.save(form.command(inbox.id()));
        Toast.of("channels.search.saved").after(redirect);
        return new ModelAndView("redirect:/channels/" + id + "#searches");
    }

    @DeleteMapping("/{search}")
    String remove(@PathVariable long id, @PathVariable long search, RedirectAttributes redirect) {
        searches.remove(pages.inbox(id).id(), search);
        Toast.of("channels.search.removed").after(redirect);
        return "redirect:/channels/" + id + "#searches";
    }

    private static SearchPage found(
            Inbox inbox,
            Set<Search.Kind> kinds,
            SearchForm form,
            @Nullable List<Searches.Found> found,
            @Nullable String failure) {
        return new SearchPage(inbox, kinds, form, found, failure, FormProblems.none());
    }

    private static ModelAndView page(SearchPage page) {
        return InboxPages.answer("channels/search", page, page.problems());
    }
}
