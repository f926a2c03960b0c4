/** A small linear core: hashed features, multinomial logistic regression, honest confidence. It knows nothing of texts. */
@NullMarked
package dev.rapport.understanding.model;

import org.jspecify.annotations.NullMarked;
