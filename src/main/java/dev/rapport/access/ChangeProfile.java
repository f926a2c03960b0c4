package dev.rapport.access;

import dev.rapport.shared.Theme;
import dev.rapport.shared.UserId;
import java.time.ZoneId;
import java.util.Locale;

/** Change what a user may choose about themselves. */
public record ChangeProfile(UserId user, String name, Locale language, ZoneId zone, Theme theme, boolean answersKeys) {}
