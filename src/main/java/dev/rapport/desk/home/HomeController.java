package dev.rapport.desk.home;

import dev.rapport.shared.SignedIn;
import java.time.Clock;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The first page. */
@Controller
@RequestMapping("/home")
class HomeController {

    private final WorkReads work;
    private final HouseReads house;
    private final VoiceReads voices;
    private final Clock clock;

    HomeController(WorkReads work, HouseReads house, VoiceReads voices, Clock clock) {
        this.work = work;
        this.house = house;
        this.voices = voices;
        this.clock = clock;
    }

    @GetMapping
    String show(@AuthenticationPrincipal SignedIn user, Model model) {
        model.addAttribute(
                "page",
                new HomePage(
                        clock.instant().atZone(user.zone()).getHour(),
                        work.mine(user),
                        work.unassigned(user),
                        work.mentions(user.id()),
                        house.links(),
                        house.linksWaiting(),
                        house.imports(),
                        house.channels(),
                        voices.lately(user.zone()),
                        house.steps()));
        return "desk/home/show";
    }

    /** How many colleagues called and were not heard yet, for the navigation. */
    @GetMapping("/count")
    String count(@AuthenticationPrincipal SignedIn user, Model model) {
        model.addAttribute("count", work.unread(user.id()));
        return "desk/home/count";
    }
}
