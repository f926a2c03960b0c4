package dev.rapport.people;

/** Addresses that many people read or nobody does: what they prove about one person is little. */
final class SharedAddresses {

    /** Matches the beginning of such an address in lower case, in the database's regular expressions. */
    static final String PATTERN =
            "^(info|contact|contacts|contacto|kontakt|office|press|presse|media|news|newsletter|hello|hi"
                    + "|mail|email|post|team|staff|support|help|service|kundenservice|sales|vente|ventes|orders?|billing|accounts?"
                    + "|invoices?|admin|administration|administrator|webmaster|postmaster|hostmaster|root|abuse|security|privacy"
                    + "|secretary|secretariat|sekretariat|reception|enquir(y|ies)|inquir(y|ies)|feedback|marketing|jobs|careers"
                    + "|hr|legal|no-?reply|do-?not-?reply|bounces?|mailer-daemon|notifications?)([.+_-][^@]*)?@";

    private SharedAddresses() {}
}
