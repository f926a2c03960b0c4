package dev.rapport.access;

import java.time.Duration;

/** What became of an attempt to sign in. */
public sealed interface SignInAnswer {

    record Welcome(User user) implements SignInAnswer {}

    /** Wrong address, wrong password or deactivated: the answer does not tell which. */
    record Refused() implements SignInAnswer {}

    /** Too many failures; the password was not looked at. */
    record Wait(Duration left) implements SignInAnswer {}
}
