package dev.rapport.understanding.web;

import dev.rapport.conversations.MessageId;
import dev.rapport.understanding.Wording;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One go at the least sure readings. Its address carries it, so that going back, a second tab and a browser without scripts
 * all work.
 *
 * @param left those still to be looked at, the present one first
 * @param of how many there were to begin with
 * @param taught how many of them were taught
 */
public record Sitting(List<Wording> left, int of, int taught) {

    static final int MOST = 10;
    private static final Pattern WORDING = Pattern.compile("(\\d{1,18})\\.(\\d{1,9})");

    static Sitting of(List<Wording> wordings) {
        return new Sitting(wordings, wordings.size(), 0);
    }

    /** As {@link #written} wrote it; what cannot be read is left out. */
    static Sitting read(String left, int of, int taught) {
        List<Wording> wordings = Arrays.stream(left.split("-"))
                .map(WORDING::matcher)
                .filter(found -> found.matches())
                .limit(MOST)
                .map(found -> new Wording(MessageId.of(Long.valueOf(found.group(1))), Integer.parseInt(found.group(2))))
                .toList();
        return new Sitting(wordings, Math.clamp(of, 0, MOST), Math.clamp(taught, 0, MOST));
    }

    public String written() {
        return left.stream()
                .map(one -> one.message().value() + "." + one.revision())
                .collect(Collectors.joining("-"));
    }

    /** Without the present one. */
    public Sitting skipped() {
        return new Sitting(left.isEmpty() ? left : left.subList(1, left.size()), of, taught);
    }

    /** Without those that cannot be taught any more. */
    Sitting keeping(List<Wording> present) {
        return new Sitting(left.stream().filter(present::contains).toList(), of, taught);
    }

    Sitting oneMoreTaught() {
        return new Sitting(left, of, Math.min(of, taught + 1));
    }

    public String address() {
        return "/understanding/teach?left=" + written() + "&of=" + of + "&taught=" + taught;
    }

    /** Which one is looked at now, from 1. */
    public int position() {
        return of - left.size() + 1;
    }

    public boolean isOver() {
        return left.isEmpty();
    }
}
