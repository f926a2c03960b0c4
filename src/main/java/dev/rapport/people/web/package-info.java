/** The screens of persons and of the links that wait for an answer. */
@NullMarked
package dev.rapport.people.web;

import org.jspecify.annotations.NullMarked;
