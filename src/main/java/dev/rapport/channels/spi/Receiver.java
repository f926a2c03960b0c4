package dev.rapport.channels.spi;

import java.util.Optional;

/**
 * A connector whose place brings what is said by itself, to an address that each inbox has of its own. Where the place can
 * be asked as well, a delivery is a hint and the fetching the truth; both may bring the same message.
 */
public interface Receiver extends Connector {

    /** Looks at the proof of a delivery, on its exact bytes. Quick, and without a call to anybody. */
    Receipt receive(Connection inbox, Delivery delivery);

    /**
     * Everything that a delivery says; pure, so that it can be repeated.
     *
     * @param inbox without its secrets
     * @throws RuntimeException when nothing of it can be understood: it is kept, tried again, and then shown
     */
    Interpreted interpret(Connection inbox, Delivery delivery);

    /**
     * Tells the place to deliver to this address, where a program can; called when an inbox was connected and after its
     * secrets changed.
     *
     * @return empty when somebody has to enter the address there
     */
    default Optional<Health> subscribe(Connection inbox, String address) {
        return Optional.empty();
    }
}
