package dev.rapport.people;

/** There are voices to compare with all persons as soon as the transaction is committed. */
record VoicesWait() {}
