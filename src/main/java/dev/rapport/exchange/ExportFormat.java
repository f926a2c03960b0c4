package dev.rapport.exchange;

/** How an export is written. */
public enum ExportFormat {
    /** One JSON object a line; nothing is lost. */
    NDJSON("ndjson"),
    /** Exactly what is held, to be imported again. */
    CSV("csv"),
    /** A CSV to be opened in a spreadsheet: cells that it would take for formulas are made text. */
    SHEET("csv");

    private final String ending;

    ExportFormat(String ending) {
        this.ending = ending;
    }

    /** Of a file's name, without the dot. */
    public String ending() {
        return ending;
    }
}
