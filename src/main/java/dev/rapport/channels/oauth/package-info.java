/** Keys of providers that want OAuth2: good for an hour or two, renewed by one that stays or is changed with each renewal. */
@NullMarked
package dev.rapport.channels.oauth;

import org.jspecify.annotations.NullMarked;
