/**
 * Who comes in: users and their roles and teams, invitations, sign-in, API tokens, the audit trail of who did what, and
 * the hub of live updates that tells open screens to look again.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package dev.rapport.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
