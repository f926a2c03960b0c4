package dev.rapport.shared;

import java.time.ZoneId;
import java.util.Locale;

/** The user whose request this is: what every screen may know and ask. Controllers take it as a parameter. */
public interface SignedIn {

    UserId id();

    String name();

    /** The language chosen for the screens. */
    Locale language();

    /** The zone in which times are shown. */
    ZoneId zone();

    Theme theme();

    /** Whether single keys (j, k, ?) do something; some people's assistive software needs them off. */
    boolean answersKeys();

    /** May reply, note, assign, resolve: agents and above. */
    boolean canAnswer();

    /** May change settings, rules, teams and users: managers and above. */
    boolean canManage();

    boolean isOwner();
}
