package dev.rapport.desk.find;

import dev.rapport.shared.SignedIn;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the command menu offers while somebody types. */
@Controller
class SuggestionsController {

    private static final int LONGEST = 200;
    private static final int SHOWN = 5;

    private final Finds finds;
    private final Destinations destinations;

    SuggestionsController(Finds finds, Destinations destinations) {
        this.finds = finds;
        this.destinations = destinations;
    }

    @GetMapping("/search/suggestions")
    String index(@RequestParam(defaultValue = "") String words, @AuthenticationPrincipal SignedIn user, Model model) {
        String asked = words.strip();
        if (asked.length() > LONGEST) {
            asked = asked.substring(0, LONGEST);
        }
        model.addAttribute("page", suggestions(asked, user));
        return "desk/find/suggestions";
    }

    private Suggestions suggestions(String words, SignedIn user) {
        List<Destination> places = destinations.find(words, user);
        return words.isEmpty()
                ? new Suggestions(words, List.of(), List.of(), List.of(), places)
                : new Suggestions(
                        words,
                        finds.persons(words, SHOWN),
                        finds.cases(words, SHOWN),
                        finds.conversations(words, SHOWN),
                        places);
    }
}
