package dev.rapport.desk.find;

import dev.rapport.shared.SignedIn;
import dev.rapport.shared.web.Texts;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Finds pages and deeds by their names in the reader's language. */
@Component
class Destinations {

    private static final Pattern MARK = Pattern.compile("\\p{M}+");
    private static final Pattern SPACE = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int MOST = 5;

    private final Texts texts;

    Destinations(Texts texts) {
        this.texts = texts;
    }

    /** Those whose name has a word beginning with each word typed; all of them while nothing is. */
    List<Destination> find(String typed, SignedIn user) {
        List<String> begun = words(typed);
        return Arrays.stream(Destination.values())
                .filter(each -> each.isOpenTo(user))
                .filter(each -> begun.isEmpty() || isMeant(words(texts.text(user.language(), each.key())), begun))
                .limit(begun.isEmpty() ? Long.MAX_VALUE : MOST)
                .toList();
    }

    private static boolean isMeant(List<String> name, List<String> begun) {
        return begun.stream().allMatch(word -> name.stream().anyMatch(each -> each.startsWith(word)));
    }

    private static List<String> words(String text) {
        String plain = MARK.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return SPACE.splitAsStream(plain).filter(word -> !word.isEmpty()).toList();
    }
}
