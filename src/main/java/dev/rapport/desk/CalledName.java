package dev.rapport.desk;

/**
 * A colleague or a team that a note can call.
 *
 * @param key unlike that of any other
 */
public record CalledName(String key, String name, boolean isTeam) {}
