package dev.rapport.access.web;

import dev.rapport.access.NotAllowed;
import dev.rapport.access.Role;
import dev.rapport.access.User;
import dev.rapport.access.Users;
import dev.rapport.shared.UserId;
import dev.rapport.shared.web.Toast;
import dev.rapport.shared.web.WhenServing;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Users: everybody may see who works here, managers decide about it. */
@WhenServing
@Controller
@RequestMapping("/settings/users")
class UsersController {

    private static final String LIST = "redirect:/settings/users";

    private final Users users;
    private final UserReads reads;

    UsersController(Users users, UserReads reads) {
        this.users = users;
        this.reads = reads;
    }

    @GetMapping
    ModelAndView list() {
        return new ModelAndView("access/users", "page", new UsersPage(reads.users(), reads.invitations()));
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable long id, @AuthenticationPrincipal User reader) {
        User user = users.find(new UserId(id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        boolean mayChange = reader.role().mayAppoint(user.role());
        List<Role> roles = mayChange ? reader.role().appoints() : List.of();
        return new ModelAndView("access/user", "page", new UserPage(user, reads.teams(user.id()), roles));
    }

    @PreAuthorize("hasRole('MANAGER')")
    @PostMapping("/{id}/role")
    String changeRole(
            @PathVariable long id,
            @RequestParam Role role,
            @AuthenticationPrincipal User by,
            RedirectAttributes redirect) {
        users.changeRole(new UserId(id), role, by);
        Toast.of("users.role-changed").after(redirect);
        return "redirect:/settings/users/" + id;
    }

    @PreAuthorize("hasRole('MANAGER')")
    @PostMapping("/{id}/deactivation")
    String deactivate(@PathVariable long id, @AuthenticationPrincipal User by, RedirectAttributes redirect) {
        users.deactivate(new UserId(id), by);
        Toast.of("users.deactivated")
                .undoneBy("DELETE", "/settings/users/" + id + "/deactivation")
                .after(redirect);
        return LIST;
    }

    @PreAuthorize("hasRole('MANAGER')")
    @DeleteMapping("/{id}/deactivation")
    String reactivate(@PathVariable long id, @AuthenticationPrincipal User by, RedirectAttributes redirect) {
        users.reactivate(new UserId(id), by);
        Toast.of("users.reactivated").after(redirect);
        return LIST;
    }

    @ExceptionHandler
    String refuse(NotAllowed refusal, RedirectAttributes redirect) {
        Toast.of(refusal.key()).after(redirect);
        return LIST;
    }
}
