package dev.rapport.shared.web;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A sentence about what was just done, shown once on the page after, with a way to take it back where there is one.
 *
 * @param key the sentence's message key
 * @param args what is filled into it
 * @param undo where a form takes it back
 */
public record Toast(String key, List<String> args, @Nullable Undo undo) implements Serializable {

    static final String ATTRIBUTE = "toast";

    /** The form that takes it back: its address and its method (POST, PUT, PATCH, DELETE). */
    public record Undo(String action, String method) implements Serializable {}

    public static Toast of(String key, String... args) {
        return new Toast(key, List.of(args), null);
    }

    /** The same toast with a button that sends {@code method} to {@code action}. */
    public Toast undoneBy(String method, String action) {
        return new Toast(key, args, new Undo(action, method));
    }

    /** Shows it on the page that {@code redirect} leads to. */
    public void after(RedirectAttributes redirect) {
        redirect.addFlashAttribute(ATTRIBUTE, this);
    }
}
