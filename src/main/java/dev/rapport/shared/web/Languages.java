package dev.rapport.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Chooses the language for somebody who has not chosen one yet. */
@Component
public class Languages {

    private final Texts texts;

    public Languages(Texts texts) {
        this.texts = texts;
    }

    /** The first of ours that the browser asks for, else English. */
    public Locale of(HttpServletRequest request) {
        String wanted = request.getHeader("Accept-Language");
        try {
            List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(wanted == null ? "en" : wanted);
            Locale found = Locale.lookup(ranges, texts.languages());
            return found == null ? Locale.ENGLISH : found;
        } catch (IllegalArgumentException notALanguage) {
            return Locale.ENGLISH;
        }
    }

    /** All of them, English first. */
    public List<Locale> all() {
        return texts.languages();
    }
}
