package dev.rapport.exchange.databases;

import dev.rapport.exchange.spi.Reason;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import javax.net.ssl.SSLException;

/** What can go wrong with a database of theirs; screens say it as {@code exchange.database.trouble.<name>}. */
enum Trouble {
    UNKNOWN_HOST("There is no server “%s”. Check its name."),
    UNREACHABLE("No server answers at %s. Check host and port, and whether a firewall stands between."),
    TLS("No safe connection to %s: its certificate is not trusted, or it speaks no TLS. Ask whoever runs it."),
    SIGN_IN("It refuses the user or the password."),
    NO_DATABASE("There is no database “%s” on this server, or this user may not see it."),
    TOO_LONG("It did not answer in time. Ask for fewer rows, or add an index on the watermark."),
    READS_ONLY("It was asked to change something. What is brought is only read."),
    NO_DRIVER("Its driver is missing: put %s into %s. The guide says where it comes from."),
    NO_WATERMARK("The query has no column “%s”. It has: %s."),
    NO_NAME("Column %s of the query has no name. Give it one with “as”."),
    CROWDED("More than %s rows have the same watermark. Name a key beside it, to tell them apart."),
    IMPORT("Its import did not end well. Resume it there, or run this again: nothing is doubled."),
    INTERRUPTED("It was interrupted and begins again."),
    CHANGED("It was changed meanwhile and begins again."),
    NO_TABLE("There is no table “%s” that this user can see."),
    NO_COLUMN("Their table has no column “%s”."),
    NO_WRITING("Writing into this database is not allowed. An owner allows it where the database is connected."),
    NO_KEY("A row says nothing for a column that rows are known by."),
    UNFIT("A value does not fit its column there."),
    SAID("It says: %s");

    private static final int LETTERS = 300;
    /** MariaDB's: there is none, or this user has no right in it. */
    private static final Set<Integer> NO_SUCH_DATABASE = Set.of(1044, 1049);

    private static final Set<String> CUT_OFF = Set.of("57014", "70100", "HY008");
    private static final Set<String> ONLY_READS = Set.of("25006");
    private static final int ONLY_READS_MARIADB = 1792;

    private final String words;

    Trouble(String words) {
        this.words = words;
    }

    Reason reason(String... details) {
        return new Reason(words.formatted((Object[]) details), "exchange.database.trouble." + name(), List.of(details));
    }

    DatabaseFailed failed(String... details) {
        return new DatabaseFailed(reason(details), null);
    }

    /** What the driver's words mean for whoever set this up. */
    static DatabaseFailed with(Address address, SQLException failure) {
        return new DatabaseFailed(reason(address, failure), failure);
    }

    private static Reason reason(Address address, SQLException failure) {
        String state = Objects.requireNonNullElse(failure.getSQLState(), "");
        String said = firstLine(failure);
        boolean isConnection = state.startsWith("08") || state.isEmpty();
        if (caused(failure, UnknownHostException.class, UnresolvedAddressException.class)) {
            return UNKNOWN_HOST.reason(address.host());
        }
        if (caused(failure, SSLException.class, GeneralSecurityException.class)
                || isConnection && said.toUpperCase(Locale.ROOT).contains("SSL")) {
            return TLS.reason(address.place());
        }
        if (state.startsWith("28")) {
            return SIGN_IN.reason();
        }
        if (state.equals("3D000") || NO_SUCH_DATABASE.contains(failure.getErrorCode())) {
            return NO_DATABASE.reason(address.database());
        }
        if (CUT_OFF.contains(state) || failure instanceof SQLTimeoutException) {
            return TOO_LONG.reason();
        }
        if (ONLY_READS.contains(state) || failure.getErrorCode() == ONLY_READS_MARIADB) {
            return READS_ONLY.reason();
        }
        return state.startsWith("08")
                        || caused(
                                failure,
                                ConnectException.class,
                                NoRouteToHostException.class,
                                SocketTimeoutException.class)
                ? UNREACHABLE.reason(address.place())
                : SAID.reason(said);
    }

    /** What the database said, as far as it is worth showing; never the values of a row, which are somebody's. */
    static String firstLine(SQLException failure) {
        String state = Objects.requireNonNullElse(failure.getSQLState(), "");
        String whole = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        String said = state.startsWith("22")
                ? whole.replaceAll("\"[^\"]*\"|'[^']*'", "…")
                : state.startsWith("23") ? whole.replaceAll("'[^']*'", "…") : whole;
        return said.length() <= LETTERS ? said : said.substring(0, LETTERS) + "…";
    }

    /** Whether the connection itself is gone. */
    static boolean isLost(SQLException failure) {
        return Objects.requireNonNullElse(failure.getSQLState(), "").startsWith("08");
    }

    private static boolean caused(Throwable failure, Class<?>... kinds) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            for (Class<?> kind : kinds) {
                if (kind.isInstance(cause)) {
                    return true;
                }
            }
        }
        return false;
    }
}
