package health.chiron.access.api;

import jakarta.ejb.Local;

/**
 * The own name, and how the holder of an account is reached. A new contact counts when a code sent there has come back; until then the
 * old one stays. Every change asks the password, and the old contact is told of it: a session that somebody else got hold of is no way
 * to an account. The sign-in name stays what it is.
 */
@Local
public interface OwnContacts {
    /** How the account is reached, and what waits for its code. */
    ContactsView view();

    /**
     * Sends a code to a new contact; a code that was sent before does not count any more. Whether somebody else has this address is not
     * said here.
     *
     * @throws health.chiron.domain.shared.Refusal invalid {@code contact/one} unless exactly one is named, {@code contact/same} for the
     *     present one, {@code wrong} at {@code password}; conflict {@code account/no-password} where only a provider opens the account;
     *     too many {@code owner/resend-too-early} within half a minute
     */
    ContactsView begin(NewContact contact);

    /**
     * Puts the new contact in the place of the old one. Open links to a new password die, for they went to the old one.
     *
     * @throws health.chiron.domain.shared.Refusal conflict {@code owner/no-code}, {@code account/email-taken}; invalid {@code code} with
     *     {@code owner/code-wrong}; too many {@code owner/codes-exhausted}: five tries a code, fifteen a day
     */
    ContactsView confirm(ContactCode code);

    /**
     * Removes a contact.
     *
     * @throws health.chiron.domain.shared.Refusal conflict {@code account/no-such-contact}, {@code account/last-contact},
     *     {@code account/no-password}; invalid {@code wrong} at {@code password}
     */
    ContactsView remove(ContactRemoval removal);

    /**
     * Changes the own name. Whoever works at a clinic is known there by it: an administrator changes it.
     *
     * @throws health.chiron.domain.shared.Refusal conflict {@code account/name-by-administrator}
     */
    AccountView rename(OwnName name);
}
