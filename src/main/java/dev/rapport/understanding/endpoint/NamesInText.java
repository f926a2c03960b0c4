package dev.rapport.understanding.endpoint;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds names where people write them: after a greeting, after "my name is", below a closing word. */
final class NamesInText {

    private static final String NAME = "(\\p{Lu}[\\p{L}'’-]+(?:[ \\t]+\\p{Lu}[\\p{L}'’-]*\\.?){0,3})";
    private static final String TITLE =
            "(?:(?i:mr|mrs|ms|miss|dr|prof|herrn?|frau|m|mme|mlle|monsieur|madame|señora?|sr|sra)\\.?[ \\t]+)?";
    private static final Pattern GREETED =
            Pattern.compile("(?m)^[ \\t]*(?i:hi|hello|hey|dear|good (?:morning|afternoon|evening)"
                    + "|bonjour|bonsoir|salut|chère?|hallo|liebe[rs]?|guten (?:tag|morgen|abend)|sehr geehrte[rs]?|hola"
                    + "|buenos días|buenas tardes|estimad[oa])[ \\t]+" + TITLE + NAME + "(?=[ \\t]*(?:[,!.:;–—-]|$))");
    private static final Pattern SAID = Pattern.compile(
            "(?i:my name is|my name's|je m['’]appelle|mon nom est|ich heiße|mein name ist|me llamo|mi nombre es)[ \\t]+"
                    + TITLE + NAME);
    private static final Pattern SIGNED = Pattern.compile(
            "(?i:best(?: regards| wishes)?|(?:kind|warm) regards|regards|sincerely|yours(?: truly)?|cheers"
                    + "|thanks|thank you|many thanks|cordialement|bien à vous|merci(?: d['’]avance)?|mit freundlichen grüßen|viele grüße"
                    + "|liebe grüße|gruß|danke|un saludo|saludos|atentamente|gracias)[ \\t]*[,–—-]?[ \\t]*(?:(?<=[,–—-])[ \\t]*|\\n\\s*)"
                    + NAME + "[ \\t]*\\.?[ \\t]*(?=\\n|\\z)");
    private static final Pattern DASHED = Pattern.compile("(?:^|\\n)[ \\t]*[–—~-]{1,2}[ \\t]*" + NAME + "[ \\t]*\\z");
    private static final Set<String> NOBODY = Set.of(
            "there",
            "all",
            "team",
            "everyone",
            "everybody",
            "folks",
            "guys",
            "sir",
            "madam",
            "support",
            "service",
            "tous",
            "toutes",
            "zusammen",
            "damen",
            "monsieur",
            "madame",
            "you",
            "again");

    private NamesInText() {}

    /** Names as they are written, and their parts. */
    static Set<String> of(String text) {
        Set<String> names = new LinkedHashSet<>();
        for (Pattern pattern : new Pattern[] {GREETED, SAID, SIGNED, DASHED}) {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                names.addAll(parts(matcher.group(1)));
            }
        }
        return names;
    }

    /** A name and each of its words; words that stand for nobody are no names. */
    static Set<String> parts(String name) {
        Set<String> parts = new LinkedHashSet<>();
        String whole = name.strip();
        if (isName(whole)) {
            parts.add(whole);
        }
        Arrays.stream(whole.split("[\\s,]+")).filter(NamesInText::isName).forEach(parts::add);
        return parts;
    }

    private static boolean isName(String word) {
        return word.codePointCount(0, word.length()) > 1 && !NOBODY.contains(word.toLowerCase(Locale.ROOT));
    }
}
