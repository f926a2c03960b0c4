package dev.rapport.cast;

/** The people of the cast: who works at Solvane, and its customers. */
public enum Person {
    INES("Ines Carvalho", "ines.carvalho@solvane.example"),
    AMINA("Amina Diallo", "amina.diallo@solvane.example"),
    PIET("Piet Vos", "piet.vos@solvane.example"),
    JONAS("Jonas Weber", "jonas.weber@solvane.example"),
    MAREN("Maren Holt", "maren.holt@example.net"),
    TOMAS("Tomas Lindqvist", "tomas.lindqvist@example.net"),
    LEILA("Leila Benali", "leila.benali@example.org"),
    NOOR("Noor Haddad", "noor.haddad@example.org"),
    IDRIS("Idris Okafor", "idris.okafor@example.org");

    /** Of everybody in the cast who signs in. */
    public static final String PASSWORD = "walnut ferry ladder";

    private final String fullName;
    private final String address;

    Person(String fullName, String address) {
        this.fullName = fullName;
        this.address = address;
    }

    public String fullName() {
        return fullName;
    }

    public String firstName() {
        return fullName.substring(0, fullName.indexOf(' '));
    }

    public String address() {
        return address;
    }
}
