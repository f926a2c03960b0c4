package dev.rapport.desk.corrections;

import java.util.List;

/** A correction that makes no sense as it was sent; its key and arguments say what to do instead. */
final class CannotCorrect extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient List<String> args;

    CannotCorrect(String key, String... args) {
        super(key);
        this.key = key;
        this.args = List.of(args);
    }

    CorrectionPanel.Refusal refusal() {
        return new CorrectionPanel.Refusal(key, args);
    }
}
