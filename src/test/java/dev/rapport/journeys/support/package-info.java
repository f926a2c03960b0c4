/** What journeys need on their way: a browser, a mail server, an application that can be killed. */
@NullMarked
package dev.rapport.journeys.support;

import org.jspecify.annotations.NullMarked;
