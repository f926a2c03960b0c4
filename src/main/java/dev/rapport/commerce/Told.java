package dev.rapport.commerce;

import dev.rapport.shared.CustomerKey;

/** Something a source tells of a customer of its, known by a number within that source. */
interface Told {

    String source();

    String number();

    CustomerKey customer();
}
