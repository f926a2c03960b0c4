package dev.rapport.postgres;

/** The database this application works with: the embedded one or one outside. */
interface DatabaseServer extends AutoCloseable {

    DatabaseConnection connection();

    /** Lets go of it; stops the server when it is ours. */
    @Override
    void close();
}
