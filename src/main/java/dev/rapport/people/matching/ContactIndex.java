package dev.rapport.people.matching;

import dev.rapport.shared.PersonId;
import java.util.Arrays;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * All contacts, found by their terms; may change at any time and from any thread, and answers by the change at once. About
 * 150 bytes a contact: numbers in a few arrays, no objects.
 */
public final class ContactIndex {

    private static final int ROLE_SHIFT = 27;
    private static final Role[] ROLES = Role.values();
    private static final int TERM = (1 << ROLE_SHIFT) - 1;

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Terms terms = new Terms();
    private final Postings postings = new Postings();
    private final Slots slots = new Slots();
    private short[] roles = new short[1 << 8];
    private int[] cards = new int[1 << 10];
    private int used = 1;
    private int garbage;

    /** Adds a contact, or replaces what was known of this person. */
    public void put(Contact contact) {
        var parts = ContactParts.of(contact);
        lock.writeLock().lock();
        try {
            drop(contact.id());
            int slot = slots.take(contact.id().value(), used);
            room(parts.size() + 1);
            cards[used++] = parts.size();
            for (Part part : parts) {
                int term = terms.add(part.text());
                cards[used++] = part.role().ordinal() << ROLE_SHIFT | term;
                mark(term, part.role());
                if (part.role().finds()) {
                    postings.add(term, slot);
                }
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Forgets a person; nothing happens when there is none. */
    public void remove(PersonId person) {
        lock.writeLock().lock();
        try {
            drop(person);
        } finally {
            lock.writeLock().unlock();
        }
    }

    public int size() {
        lock.readLock().lock();
        try {
            return slots.size();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Memory the index takes, in bytes. */
    public long bytes() {
        lock.readLock().lock();
        try {
            return terms.bytes() + postings.bytes() + slots.bytes() + 2L * roles.length + 4L * cards.length;
        } finally {
            lock.readLock().unlock();
        }
    }

    Lock reading() {
        return lock.readLock();
    }

    Terms terms() {
        return terms;
    }

    Postings postings() {
        return postings;
    }

    PersonId person(int slot) {
        return new PersonId(slots.person(slot));
    }

    /** How many parts are on a contact's card. */
    int parts(int slot) {
        return cards[slots.card(slot)];
    }

    Role role(int slot, int part) {
        return ROLES[cards[slots.card(slot) + 1 + part] >>> ROLE_SHIFT];
    }

    int term(int slot, int part) {
        return cards[slots.card(slot) + 1 + part] & TERM;
    }

    /** Whether a term stands on a contact's card, in whatever role. */
    boolean has(int slot, int term) {
        int card = slots.card(slot);
        for (int part = card + cards[card]; part > card; part--) {
            if ((cards[part] & TERM) == term) {
                return true;
            }
        }
        return false;
    }

    /** Whether a term has ever had this role for anybody. */
    boolean isEver(int term, Role role) {
        return (roles[term] >>> role.ordinal() & 1) == 1;
    }

    boolean isPlace(int term) {
        return isEver(term, Role.REGION) || isEver(term, Role.CITY) || isEver(term, Role.COUNTRY);
    }

    private void drop(PersonId person) {
        int slot = slots.find(person.value());
        if (slot < 0) {
            return;
        }
        for (int part = 0; part < parts(slot); part++) {
            if (role(slot, part).finds()) {
                postings.remove(term(slot, part), slot);
            }
        }
        garbage += parts(slot) + 1;
        slots.free(slot);
        if (garbage > 1 << 16 && garbage > used / 2) {
            sweep();
        }
    }

    private void sweep() {
        int[] kept = new int[used - garbage + 1];
        int at = 1;
        for (int slot = 0; slot < slots.highest(); slot++) {
            int card = slots.card(slot);
            if (card > 0) {
                System.arraycopy(cards, card, kept, at, cards[card] + 1);
                slots.move(slot, at);
                at += cards[card] + 1;
            }
        }
        cards = kept;
        used = at;
        garbage = 0;
    }

    private void room(int more) {
        if (used + more > cards.length) {
            cards = Arrays.copyOf(cards, Math.max(used + more, cards.length + cards.length / 4));
        }
    }

    private void mark(int term, Role role) {
        if (term >= roles.length) {
            roles = Arrays.copyOf(roles, Math.max(term + 1, roles.length + roles.length / 4));
        }
        roles[term] |= (short) (1 << role.ordinal());
    }
}
