package dev.rapport.understanding;

/**
 * Cuts a text into tokens in one pass: words (hashtags split at their capitals), numbers, mentions, links, emoji and
 * emoticons, marks. Words are looked up in the vocabulary while they are read.
 */
final class Tokeniser {

    private static final int LONGEST_EMOTICON = 4;
    private static final String EMOTICON_STARTS = ":;=<8xX(^>-";
    private static final String ELISIONS = "ldjncsmt";

    private final Vocabulary vocabulary;

    Tokeniser(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    Tokens tokens(String text) {
        return new Pass(text).run();
    }

    private final class Pass {
        private final String text;
        private final int end;
        private final Tokens tokens;
        private final char[] buffer = new char[64];
        private int at;

        Pass(String text) {
            this.text = text;
            this.end = text.length();
            this.tokens = new Tokens(text);
        }

        Tokens run() {
            while (at < end) {
                char c = text.charAt(at);
                if (c == ' ' || Character.isWhitespace(c) && c != '\n') {
                    at++;
                } else if (!special(c)) {
                    plain(c);
                }
            }
            return tokens;
        }

        private void plain(char c) {
            if (Character.isLetter(c)) {
                word(at, wordEnd(at), 0);
            } else if (c >= '0' && c <= '9') {
                number();
            } else {
                mark(c);
            }
        }

        /** Whatever is more than a word, a number or a mark. */
        private boolean special(char c) {
            return switch (c) {
                case '@' -> mention();
                case '#' -> hashtag();
                case 'h', 'H', 'w', 'W' -> link();
                case '&' -> ampersand();
                default -> EMOTICON_STARTS.indexOf(c) >= 0 && emoticon() || c >= 0x2000 && emoji(c);
            };
        }

        private boolean mention() {
            int stop = at + 1;
            while (stop < end && isHandle(text.charAt(stop))) {
                stop++;
            }
            if (stop == at + 1 || at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))) {
                return false;
            }
            tokens.add(at, stop, lookup(at, stop), Tokens.MENTION, 0);
            at = stop;
            return true;
        }

        private boolean isHandle(char c) {
            return c == '_' || Character.isLetterOrDigit(c);
        }

        private boolean hashtag() {
            int stop = at + 1;
            while (stop < end && isHandle(text.charAt(stop))) {
                stop++;
            }
            if (stop == at + 1) {
                return false;
            }
            int start = at + 1;
            while (start < stop) {
                start = hashtagPart(start, stop);
            }
            at = stop;
            return true;
        }

        private int hashtagPart(int start, int stop) {
            char first = text.charAt(start);
            if (first == '_') {
                return start + 1;
            }
            int next = start + 1;
            if (first >= '0' && first <= '9') {
                while (next < stop && Character.isDigit(text.charAt(next))) {
                    next++;
                }
                tokens.add(start, next, lookup(start, next), Tokens.NUMBER, Tokens.HASHTAG);
                return next;
            }
            next = humpEnd(start, stop);
            segment(start, next);
            return next;
        }

        /** The end of "American" in "AmericanAirFail", of "ATT" in "ATTFail", of "iPhone" in "iPhoneFail". */
        private int humpEnd(int start, int stop) {
            int next = start + 1;
            boolean capitals = Character.isUpperCase(text.charAt(start));
            while (next < stop && Character.isLetter(text.charAt(next))) {
                boolean upper = Character.isUpperCase(text.charAt(next));
                boolean inName = next == start + 1 && !capitals;
                if (upper && !inName && !(capitals && Character.isUpperCase(text.charAt(next - 1)))) {
                    break;
                }
                if (!upper && next - start > 2 - (capitals ? 1 : 0) && Character.isUpperCase(text.charAt(next - 1))) {
                    return next - 1;
                }
                next++;
            }
            return next;
        }

        /** Cuts "neveragain" into known words when it is not one itself; else keeps it whole. */
        private void segment(int start, int stop) {
            int length = stop - start;
            if (length < 6 || length > buffer.length || lookup(start, stop) != Vocabulary.UNKNOWN) {
                word(start, stop, Tokens.HASHTAG);
                return;
            }
            for (int cut = stop - 3; cut >= start + 2; cut--) {
                if (lookup(start, cut) != Vocabulary.UNKNOWN && known(cut, stop)) {
                    word(start, cut, Tokens.HASHTAG);
                    segment(cut, stop);
                    return;
                }
            }
            word(start, stop, Tokens.HASHTAG);
        }

        private boolean known(int start, int stop) {
            if (lookup(start, stop) != Vocabulary.UNKNOWN) {
                return true;
            }
            for (int cut = stop - 3; cut >= start + 2; cut--) {
                if (lookup(start, cut) != Vocabulary.UNKNOWN && lookup(cut, stop) != Vocabulary.UNKNOWN) {
                    return true;
                }
            }
            return false;
        }

        private boolean link() {
            boolean starts = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
            boolean link = text.regionMatches(true, at, "http://", 0, 7)
                    || text.regionMatches(true, at, "https://", 0, 8)
                    || text.regionMatches(true, at, "www.", 0, 4);
            if (!starts || !link) {
                return false;
            }
            int stop = at;
            while (stop < end && !Character.isWhitespace(text.charAt(stop))) {
                stop++;
            }
            tokens.add(at, stop, Vocabulary.UNKNOWN, Tokens.LINK, 0);
            at = stop;
            return true;
        }

        private boolean ampersand() {
            String escaped = text.startsWith("&amp;", at) ? "&amp;" : text.startsWith("&gt;", at) ? "&gt;" : "&lt;";
            if (!text.startsWith(escaped, at)) {
                return false;
            }
            String plain = escaped.equals("&amp;") ? "&" : escaped.equals("&gt;") ? ">" : "<";
            tokens.add(at, at + escaped.length(), vocabulary.find(plain), Tokens.MARK, 0);
            at += escaped.length();
            return true;
        }

        private boolean emoticon() {
            if (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))) {
                return false;
            }
            for (int length = Math.min(LONGEST_EMOTICON, end - at); length > 1; length--) {
                int id = lookup(at, at + length);
                if (id != Vocabulary.UNKNOWN && isAlone(at, at + length)) {
                    tokens.add(at, at + length, id, Tokens.EMOJI, 0);
                    at += length;
                    return true;
                }
            }
            return false;
        }

        /** ":D" is a smile, ":Dallas" and "x-ray" are not. */
        private boolean isAlone(int start, int stop) {
            boolean hasMark = false;
            for (int i = start; i < stop; i++) {
                hasMark |= !Character.isLetterOrDigit(text.charAt(i));
            }
            boolean lettersOnly = !hasMark && stop - start == 2;
            boolean endsInLetter = Character.isLetterOrDigit(text.charAt(stop - 1));
            boolean goesOn = stop < end && Character.isLetterOrDigit(text.charAt(stop));
            return (hasMark || lettersOnly && "xX".indexOf(text.charAt(start)) >= 0) && !(endsInLetter && goesOn);
        }

        private boolean emoji(char c) {
            int point = text.codePointAt(at);
            boolean pictured = point >= 0x1F000 && point <= 0x1FAFF || c >= 0x2190 && c <= 0x2BFF;
            if (!pictured) {
                return false;
            }
            int stop = at + Character.charCount(point);
            int id = lookup(at, stop);
            while (stop < end && joins(text.codePointAt(stop))) {
                boolean glue = text.codePointAt(stop) == 0x200D;
                stop += Character.charCount(text.codePointAt(stop));
                if (glue && stop < end && !Character.isLetterOrDigit(text.charAt(stop))) {
                    stop += Character.charCount(text.codePointAt(stop));
                }
            }
            tokens.add(at, stop, id, Tokens.EMOJI, 0);
            at = stop;
            return true;
        }

        private boolean joins(int point) {
            return point == 0x200D || point == 0xFE0F || point >= 0x1F3FB && point <= 0x1F3FF;
        }

        private int wordEnd(int start) {
            int stop = start;
            while (stop < end) {
                char c = text.charAt(stop);
                boolean inside = Character.isLetterOrDigit(c)
                        || isApostrophe(c) && stop + 1 < end && Character.isLetter(text.charAt(stop + 1))
                        || Character.getType(c) == Character.NON_SPACING_MARK;
                if (!inside) {
                    break;
                }
                stop++;
                if (isApostrophe(c) && isElision(start, stop - 1)) {
                    break;
                }
            }
            return stop;
        }

        /** French "l'", "qu'": what stands before the apostrophe is a word of its own. */
        private boolean isElision(int start, int apostrophe) {
            if (apostrophe - start == 1) {
                return !isEnglishNot(apostrophe) && ELISIONS.indexOf(Folding.of(text.charAt(start))) >= 0;
            }
            return apostrophe - start >= 2
                    && Folding.of(text.charAt(apostrophe - 1)) == 'u'
                    && Folding.of(text.charAt(apostrophe - 2)) == 'q';
        }

        /** "n't", as tokenised corpora and hasty thumbs write it. */
        private boolean isEnglishNot(int apostrophe) {
            boolean not = apostrophe + 1 < end
                    && Folding.of(text.charAt(apostrophe - 1)) == 'n'
                    && Folding.of(text.charAt(apostrophe + 1)) == 't';
            return not && (apostrophe + 2 == end || !Character.isLetter(text.charAt(apostrophe + 2)));
        }

        private boolean isApostrophe(char c) {
            return c == '\'' || c == '\u2019' || c == '\u02bc';
        }

        private void word(int start, int stop, int how) {
            int cut = withoutEnding(start, stop);
            int id = lookup(start, cut);
            int flags = how | shape(start, cut);
            if (id == Vocabulary.UNKNOWN && cut - start > 3 && cut - start <= buffer.length) {
                id = elongated(start, cut);
                flags |= id == Vocabulary.UNKNOWN ? 0 : Tokens.ELONGATED;
            }
            tokens.add(start, cut, id, Tokens.WORD, flags);
            at = stop;
        }

        /** "iPhone's" is an iPhone and "I'll" is not ill. */
        private int withoutEnding(int start, int stop) {
            if (stop - start > 2 && isApostrophe(text.charAt(stop - 2)) && Folding.of(text.charAt(stop - 1)) == 's') {
                return stop - 2;
            }
            boolean will = stop - start > 3
                    && isApostrophe(text.charAt(stop - 3))
                    && Folding.of(text.charAt(stop - 2)) == 'l'
                    && Folding.of(text.charAt(stop - 1)) == 'l';
            return will ? stop - 3 : stop;
        }

        private int shape(int start, int stop) {
            int upper = 0;
            for (int i = start; i < stop; i++) {
                upper += Character.isUpperCase(text.charAt(i)) ? 1 : 0;
            }
            tokens.letters += stop - start;
            tokens.capitals += upper;
            if (upper > 1 && upper == stop - start) {
                return Tokens.CAPITALS | Tokens.CAPITALISED;
            }
            return Character.isUpperCase(text.charAt(start)) ? Tokens.CAPITALISED : 0;
        }

        /** "soooo" and "looove": runs of one letter cut to two, then to one. */
        private int elongated(int start, int stop) {
            for (int keep = 2; keep >= 1; keep--) {
                int length = 0;
                int run = 0;
                boolean cut = false;
                for (int i = start; i < stop; i++) {
                    char c = Folding.of(text.charAt(i));
                    run = length > 0 && buffer[length - 1] == c ? run + 1 : 1;
                    boolean keepIt = run <= keep;
                    cut |= run > 2;
                    if (keepIt) {
                        buffer[length++] = c;
                    }
                }
                int id = cut ? vocabulary.find(buffer, length) : Vocabulary.UNKNOWN;
                if (id != Vocabulary.UNKNOWN) {
                    return id;
                }
            }
            return Vocabulary.UNKNOWN;
        }

        private void number() {
            int stop = at + 1;
            while (stop < end && isNumeral(stop)) {
                stop++;
            }
            tokens.add(at, stop, lookup(at, stop), Tokens.NUMBER, 0);
            at = stop;
        }

        private boolean isNumeral(int i) {
            char c = text.charAt(i);
            boolean digitFollows = i + 1 < end && Character.isDigit(text.charAt(i + 1));
            return c >= '0' && c <= '9' || (c == '.' || c == ',' || c == ':') && digitFollows;
        }

        /** One mark; a run of the same mark ("!!!", "...") is one token. */
        private void mark(char c) {
            int stop = at + 1;
            while (stop < end && text.charAt(stop) == c) {
                stop++;
            }
            tokens.add(at, stop, lookup(at, at + 1), Tokens.MARK, 0);
            at = stop;
        }

        private int lookup(int start, int stop) {
            int length = 0;
            if (stop - start > buffer.length) {
                return Vocabulary.UNKNOWN;
            }
            for (int i = start; i < stop; i++) {
                char c = Folding.of(text.charAt(i));
                if (!isApostrophe(c) || stop - start == 1) {
                    buffer[length++] = c;
                }
            }
            return vocabulary.find(buffer, length);
        }
    }
}
