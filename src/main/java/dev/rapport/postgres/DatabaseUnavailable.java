package dev.rapport.postgres;

/** There is no database to work with. The message is meant for the person who operates Rapport and holds no secrets. */
public class DatabaseUnavailable extends RuntimeException {

    public DatabaseUnavailable(String message) {
        super(message);
    }

    public DatabaseUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
