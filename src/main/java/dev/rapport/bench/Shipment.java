package dev.rapport.bench;

import java.io.IOException;
import java.io.Writer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A file of invented things to be imported, and the same things as bare rows. */
interface Shipment {

    /** As the import calls it. */
    String kind();

    int count();

    /** Which sequence numbers its rows. */
    String sequence();

    /** The whole file as CSV. */
    void write(Writer out) throws IOException;

    /** Copies things {@code from} to {@code to} into their tables, told by {@code source}, with the ids given. */
    void copy(Connection connection, int from, int to, String source, long[] ids) throws SQLException;

    /** What has to be there of a source afterwards. */
    List<Expected> expected();

    /** A count; the query asks for it with {@code :source}. */
    record Expected(String what, int count, String query) {}
}
