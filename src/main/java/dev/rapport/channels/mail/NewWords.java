package dev.rapport.channels.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The words of a mail that are new: without the mails it quotes, the signature, and the line in which a telephone praises
 * itself. What somebody quotes is not what they think.
 */
final class NewWords {

    private static final int CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /** A line of a quoted mail; {@code >:(} is a face. */
    private static final Pattern QUOTED =
            Pattern.compile("^\\s{0,3}>(?![:;=]['-]?[()\\[\\]/\\\\|<dpo3]|[._]<).*", CASE);

    /** “On Monday … wrote:”, as mail programs say it before a quotation. */
    private static final Pattern ATTRIBUTION = Pattern.compile(
            "^\\s*>?\\s*(on|le|am|el|il|op|em|den|dnia|w dniu|på)\\b.{4,400}?"
                    + "(wrote|a écrit|schrieb|escribió|ha scritto|schreef|escreveu|skrev|napisał\\(?a?\\)?)\\b?[^:]{0,120}:\\s*$",
            CASE | Pattern.DOTALL);

    private static final Pattern SEPARATOR = Pattern.compile(
            "^\\s*(-{2,}|_{2,})\\s*(original message|forwarded message|message d.origine|message original|message transféré"
                    + "|ursprüngliche nachricht|original-nachricht|weitergeleitete nachricht|mensaje original"
                    + "|mensaje reenviado|messaggio originale|messaggio inoltrato|mensagem original"
                    + "|oorspronkelijk bericht)\\s*(-{2,}|_{2,})?\\s*$"
                    + "|^\\s*(begin forwarded message|début du message transféré|anfang der weitergeleiteten nachricht)\\s*:\\s*$",
            CASE);

    private static final Pattern HEADER_FROM =
            Pattern.compile("^\\s*\\*?(from|de|von|da|van|från|od)\\s*:\\*?\\s+\\S.*", CASE);
    private static final Pattern HEADER_SENT = Pattern.compile(
            "^\\s*\\*?(sent|date|envoyé|gesendet|datum|enviado|fecha|inviato|data|verzonden|skickat)(\\s+(le|el|am))?\\s*:\\*?\\s+\\S.*",
            CASE);

    private static final Pattern RULE = Pattern.compile("^\\s*[_-]{8,}\\s*$");
    private static final Pattern SIGNATURE = Pattern.compile("^-- ?$");
    private static final int LONGEST_SIGNATURE = 15;

    private static final Pattern SENT_FROM_DEVICE = Pattern.compile(
            "^\\s*(sent (from|via) (my |outlook|mail for|yahoo|proton|samsung|gmail).{0,60}|get outlook for \\S.{0,20}"
                    + "|envoyé (de|depuis) (mon|ma|outlook|yahoo|l.application).{0,60}"
                    + "|(von|vom) mein\\w* .{1,40} gesendet.{0,20}|gesendet (mit|von|über) .{1,50}"
                    + "|enviado (desde|do) (mi|meu) .{1,40}|inviato da(l mio| ) ?.{1,40}"
                    + "|verstuurd vanaf mijn .{1,40})\\s*$",
            CASE);

    private NewWords() {}

    static String of(String whole) {
        List<String> lines = new ArrayList<>(whole.lines().toList());
        cutHistory(lines);
        lines.removeIf(line -> QUOTED.matcher(line).matches());
        cutSignature(lines);
        cutDevice(lines);
        return String.join("\n", lines).replaceAll("\\n{3,}", "\n\n").strip();
    }

    /** Takes away an earlier mail that follows without marks, and the line that announces one with marks. */
    private static void cutHistory(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (SEPARATOR.matcher(lines.get(i)).matches() || isHeaderBlock(lines, i)) {
                lines.subList(ruleBefore(lines, i), lines.size()).clear();
                return;
            }
            int length = attribution(lines, i);
            if (length > 0) {
                boolean marked = isQuotedNext(lines, i + length);
                lines.subList(i, marked ? i + length : lines.size()).clear();
                i--;
            }
        }
    }

    /** How many lines, at most three, an announcement beginning here has; none is 0. */
    private static int attribution(List<String> lines, int at) {
        StringBuilder joined = new StringBuilder();
        for (int length = 1; length <= 3 && at + length <= lines.size(); length++) {
            String line = lines.get(at + length - 1);
            if (line.isBlank()) {
                return 0;
            }
            joined.append(length == 1 ? "" : " ").append(line.strip());
            if (ATTRIBUTION.matcher(joined).matches()) {
                return length;
            }
        }
        return 0;
    }

    private static boolean isQuotedNext(List<String> lines, int at) {
        return lines.stream()
                .skip(at)
                .filter(line -> !line.isBlank())
                .findFirst()
                .map(line -> QUOTED.matcher(line).matches())
                .orElse(false);
    }

    /** “From: … Sent: …”, as some programs head an earlier mail. */
    private static boolean isHeaderBlock(List<String> lines, int at) {
        if (!HEADER_FROM.matcher(lines.get(at)).matches()) {
            return false;
        }
        return lines.stream()
                .skip(at + 1L)
                .limit(3)
                .anyMatch(line -> HEADER_SENT.matcher(line).matches());
    }

    private static int ruleBefore(List<String> lines, int at) {
        int before = at - 1;
        while (before >= 0 && lines.get(before).isBlank()) {
            before--;
        }
        return before >= 0 && RULE.matcher(lines.get(before)).matches() ? before : at;
    }

    private static void cutSignature(List<String> lines) {
        int lowest = Math.max(0, lines.size() - LONGEST_SIGNATURE);
        for (int i = lines.size() - 1; i >= lowest; i--) {
            if (SIGNATURE.matcher(lines.get(i)).matches()) {
                lines.subList(i, lines.size()).clear();
                return;
            }
        }
    }

    private static void cutDevice(List<String> lines) {
        while (!lines.isEmpty()
                && (lines.getLast().isBlank()
                        || SENT_FROM_DEVICE.matcher(lines.getLast()).matches())) {
            lines.removeLast();
        }
    }
}
