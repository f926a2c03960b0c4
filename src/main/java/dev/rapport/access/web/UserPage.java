package dev.rapport.access.web;

import dev.rapport.access.Role;
import dev.rapport.access.User;
import java.util.List;

/**
 * One user, as managers see them.
 *
 * @param roles what the reader may make of this user; empty when they may not change anything
 */
public record UserPage(User user, String teams, List<Role> roles) {}
