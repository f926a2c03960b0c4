package dev.rapport.understanding.embedding;

import java.util.Locale;

/** Why a model cannot be used. */
public enum ModelTrouble {
    /** Its files are not in the folder. */
    MISSING,
    /** Its files are there and cannot be loaded: half a file, another version, another kind of machine. */
    BROKEN,
    /** What it says of two sentences that mean the same is not what a model should say. */
    SENSELESS;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ModelTrouble of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** The key of its words on a screen. */
    public String key() {
        return "understanding.alike.trouble." + code();
    }
}
