package dev.rapport.exchange.files;

/** Follows the quotes of a CSV: one opens only where a cell begins, two inside a quoted cell are one of its letters. */
final class CsvQuotes {

    private final char separator;
    private boolean open;
    private boolean mayClose;
    private boolean cellBegins = true;

    CsvQuotes(char separator) {
        this.separator = separator;
    }

    void see(byte[] bytes) {
        for (byte next : bytes) {
            see(next);
        }
    }

    /** A line end that may lie inside a cell. */
    void seeLineEnd() {
        see('\n');
    }

    /** Whether the cell goes on in the next line. */
    boolean areOpen() {
        return open && !mayClose;
    }

    private void see(int next) {
        if (open && mayClose) {
            open = next == '"';
            mayClose = false;
            cellBegins = !open && next == separator;
        } else if (open) {
            mayClose = next == '"';
        } else {
            open = cellBegins && next == '"';
            cellBegins = next == separator;
        }
    }
}
