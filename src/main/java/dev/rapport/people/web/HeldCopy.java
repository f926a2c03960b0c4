package dev.rapport.people.web;

import dev.rapport.shared.HeldRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import tools.jackson.databind.json.JsonMapper;

/** Writes what is held about somebody as one JSON object: a list of rows for each section, row by row. */
final class HeldCopy implements HeldRows {

    private final Writer out;
    private String section = "";
    private boolean isFirst = true;

    private HeldCopy(Writer out) {
        this.out = out;
    }

    /** Somebody who hands over rows. */
    interface Source {
        void export(HeldRows rows);
    }

    static void write(Writer out, Source source) throws IOException {
        out.write("{");
        HeldCopy copy = new HeldCopy(out);
        source.export(copy);
        out.write(copy.section.isEmpty() ? "}\n" : "\n]}\n");
        out.flush();
    }

    @Override
    public void row(String name, String json) {
        try {
            if (!name.equals(section)) {
                out.write(section.isEmpty() ? "" : "\n],");
                out.write("\n" + JsonMapper.shared().writeValueAsString(name) + ": [");
                section = name;
                isFirst = true;
            }
            out.write(isFirst ? "\n" : ",\n");
            out.write(json);
            isFirst = false;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
