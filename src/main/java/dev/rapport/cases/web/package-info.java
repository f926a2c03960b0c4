/** Screens and programs' access to cases: what is done to one, its own page, the rules. */
@NullMarked
package dev.rapport.cases.web;

import org.jspecify.annotations.NullMarked;
