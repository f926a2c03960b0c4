package dev.rapport.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the colleagues called in a note. */
final class Mentioned {

    private static final Pattern CALLED = Pattern.compile("(?<![\\p{L}\\p{N}])@[\\p{L}\\p{N}][\\p{L}\\p{N}'’-]*");

    private Mentioned() {}

    static List<Entry.NotePiece> cut(String words) {
        List<Entry.NotePiece> pieces = new ArrayList<>();
        int at = 0;
        for (Matcher called = CALLED.matcher(words); called.find(); at = called.end()) {
            if (called.start() > at) {
                pieces.add(new Entry.NotePiece(words.substring(at, called.start()), false));
            }
            pieces.add(new Entry.NotePiece(called.group(), true));
        }
        if (at < words.length()) {
            pieces.add(new Entry.NotePiece(words.substring(at), false));
        }
        return pieces;
    }
}
