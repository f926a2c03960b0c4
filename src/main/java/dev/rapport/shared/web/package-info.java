/** The common parts of all screens: templates, texts, static files, what the current request knows. */
@NullMarked
package dev.rapport.shared.web;

import org.jspecify.annotations.NullMarked;
