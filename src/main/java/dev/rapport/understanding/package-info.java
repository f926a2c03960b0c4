/**
 * What a message means: language, intents, urgency and opinions (target, polarity, exact words). A reading is a pure
 * function of words, addressees, catalogue and versions; it never looks at who speaks.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "access", "exchange", "commerce", "channels", "conversations"})
package dev.rapport.understanding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
