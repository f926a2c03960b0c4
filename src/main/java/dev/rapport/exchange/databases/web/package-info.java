/** The screens of databases, of what comes from them and of what is written back. */
@NullMarked
package dev.rapport.exchange.databases.web;

import org.jspecify.annotations.NullMarked;
