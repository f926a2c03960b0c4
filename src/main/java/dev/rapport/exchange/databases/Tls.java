package dev.rapport.exchange.databases;

/** How a connection is kept from being overheard. */
public enum Tls {
    /** Encrypted, and the server proves by its certificate that it is who it says. */
    VERIFY,
    /** Encrypted; whoever sits between could pretend to be the server. */
    ENCRYPT,
    /** In the clear, password included. */
    OFF
}
