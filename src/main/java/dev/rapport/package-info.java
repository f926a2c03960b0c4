/** Rapport, a Social CRM. Each sub-package is a module; ARCHITECTURE.md is their map. */
@NullMarked
package dev.rapport;

import org.jspecify.annotations.NullMarked;
