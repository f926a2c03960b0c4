package dev.rapport.understanding.web;

/** Parts of long texts; a character outside the basic plane is never cut in two. */
final class Excerpt {

    private Excerpt() {}

    /** The first letters, with an ellipsis where more follow. */
    static String beginning(String text, int letters) {
        return text.length() <= letters ? text : text.substring(0, whole(text, letters)) + "…";
    }

    /** The last letters, with an ellipsis where more come before. */
    static String end(String text, int letters) {
        return text.length() <= letters ? text : "…" + text.substring(whole(text, text.length() - letters));
    }

    private static int whole(String text, int at) {
        return at > 0 && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }
}
