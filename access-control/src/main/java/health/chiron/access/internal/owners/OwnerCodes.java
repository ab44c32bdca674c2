package health.chiron.access.internal.owners;

import health.chiron.access.api.Sql;
import health.chiron.access.internal.accounts.ContactCodes;
import health.chiron.access.internal.delivery.Letter;
import health.chiron.access.internal.delivery.Outgoing;
import health.chiron.domain.access.Account;
import health.chiron.domain.access.ContactKind;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** Sends the codes that prove an owner's contact. */
@ApplicationScoped
class OwnerCodes {
    @Inject
    private Sql sql;

    @Inject
    private ContactCodes codes;

    @Inject
    private Event<Letter> letters;

    /**
     * Sends a code.
     *
     * @throws Refusal too many {@code owner/resend-too-early} within half a minute of the last one
     */
    void send(Account owner, PatientId patient) {
        boolean mail = owner.email().isPresent();
        String code =
                codes.make(owner.id(), new ContactCodes.Proof(mail ? ContactKind.EMAIL : ContactKind.PHONE, null));
        String clinic = sql.first(
                        "SELECT c.name FROM records.patient p JOIN access.clinic c ON c.id = p.registered_clinic_id WHERE p.id = ?",
                        row -> row.text("name"),
                        patient)
                .orElseThrow(Refusal::notFound);
        letters.fire(Letter.contactCode(
                mail ? Outgoing.Channel.EMAIL : Outgoing.Channel.SMS,
                mail ? owner.email().orElseThrow() : owner.phone().orElseThrow(),
                owner.language(),
                clinic,
                code));
    }

    /** Sends a code unless one has just gone: that one proves the same contact, for whichever patient it was sent. */
    void sendUnlessJustSent(Account owner, PatientId patient) {
        if (codes.justMade(owner.id()).isEmpty()) {
            send(owner, patient);
        }
    }
}
