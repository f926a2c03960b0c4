package dev.rapport.people.matching;

import java.util.regex.Pattern;

/** Addresses that many people read or nobody does: what they prove about one person is little. */
public final class SharedMailboxes {

    /** Matches the beginning of such an address in lower case, in regular expressions of Java and of the database. */
    public static final String PATTERN =
            "^(info|contact|contacts|contacto|kontakt|office|press|presse|media|news|newsletter|hello|hi"
                    + "|mail|email|post|team|staff|support|help|service|kundenservice|sales|vente|ventes|orders?|billing|accounts?"
                    + "|invoices?|admin|administration|administrator|webmaster|postmaster|hostmaster|root|abuse|security|privacy"
                    + "|secretary|secretariat|sekretariat|segreteria|reception|enquir(y|ies)|inquir(y|ies)|feedback|marketing"
                    + "|jobs|careers|hr|legal|district|house|senate|no-?reply|do-?not-?reply|bounces?|mailer-daemon"
                    + "|notifications?)([.+_-][^@]*)?@";

    private static final Pattern SHARED = Pattern.compile(PATTERN);

    private SharedMailboxes() {}

    /** @param address in lower case */
    static boolean is(String address) {
        return SHARED.matcher(address).find();
    }
}
