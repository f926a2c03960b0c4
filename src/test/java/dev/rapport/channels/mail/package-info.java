@NullMarked
package dev.rapport.channels.mail;

import org.jspecify.annotations.NullMarked;
