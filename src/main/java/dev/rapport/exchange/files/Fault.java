package dev.rapport.exchange.files;

import dev.rapport.exchange.spi.Reason;
import java.util.List;

/** What can be wrong with a file or one of its lines; screens say it as {@code exchange.fault.<name>}. */
enum Fault {
    EMPTY("This file is empty."),
    UTF_16("This file is UTF-16. Save it as UTF-8 and import it again."),
    SPREADSHEET("This is a spreadsheet or a zip. Open it, save the sheet as “CSV UTF-8”, and import that."),
    NO_HEAD("The first line of this CSV does not name its columns."),
    HEAD_NOT_UTF_8(
            "The first line of this file is not UTF-8 but perhaps Windows-1252, which a plain “CSV” from Excel is."
                    + " Save it as “CSV UTF-8” and import it again."),
    HEAD_QUOTE("The first line of this CSV has a quote that does not belong there."),
    SAME_COLUMNS("Two columns of this CSV are called “%s”. Rename one."),
    MANY_COLUMNS("This CSV has %s columns; %s at most can be read. Leave some out."),
    NOT_UTF_8("This line is not UTF-8. Save the file as UTF-8 and import it again."),
    TOO_LONG("This line is longer than 1 MB. Split it, or leave something out."),
    LONG_CELL("The cell “%s” is longer than %s characters. Shorten it."),
    OPEN_QUOTE("A quote that begins here is not closed. Close it, or write a quote inside a cell twice."),
    STRAY_QUOTE("This is no correct CSV: something follows the quote that ends a cell."),
    WRONG_COUNT("This line has %s cells, the head has %s columns. Put cells that hold a “%s” in quotes."),
    NO_OBJECT("This is no JSON object: it does not begin with {."),
    BROKEN_JSON("This is no correct JSON: %s."),
    BROKEN_JSON_AT("This is no correct JSON: %s near character %s.");

    private final String words;

    Fault(String words) {
        this.words = words;
    }

    Reason reason(String... details) {
        return new Reason(words.formatted((Object[]) details), "exchange.fault." + name(), List.of(details));
    }

    UnreadableFile unreadable(String... details) {
        return new UnreadableFile(reason(details));
    }
}
