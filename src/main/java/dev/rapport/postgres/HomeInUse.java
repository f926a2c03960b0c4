package dev.rapport.postgres;

/** Another process serves this home. */
public class HomeInUse extends DatabaseUnavailable {

    public HomeInUse(String message) {
        super(message);
    }
}
