package dev.rapport.exchange.databases;

/** What a transfer does. */
public sealed interface Plan permits Intake, WriteBack {

    /** What is imported or exported: the {@code kind} of a target or source. */
    String kind();
}
