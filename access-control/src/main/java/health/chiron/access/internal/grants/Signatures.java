package health.chiron.access.internal.grants;

import health.chiron.access.api.ConsentAtDesk;
import health.chiron.access.api.CurrentActor;
import health.chiron.access.api.Sql;
import health.chiron.access.internal.delivery.Letter;
import health.chiron.domain.access.AccessGrant;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.Consent;
import health.chiron.domain.access.ConsentScope;
import health.chiron.domain.access.ConsentText;
import health.chiron.domain.access.ConsentTextId;
import health.chiron.domain.access.Sections;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/** Signatures at the desk, and the access that they open. */
@ApplicationScoped
class Signatures {
    /** For how long a consent opens the chart when nothing else is said. */
    private static final int USUAL_DAYS = 90;

    @PersistenceContext(unitName = "chiron")
    private EntityManager entities;

    @Inject
    private Sql sql;

    @Inject
    private Openings openings;

    @Inject
    private OwnerLetters letters;

    @Inject
    private CurrentActor current;

    @Inject
    private Clock clock;

    /** Notes a signature at the desk, and opens what the text is about. */
    Consent witnessed(PatientId patient, ClinicId clinic, ConsentAtDesk signature) {
        ConsentText text = inForce(signature.textId(), clinic);
        AccountId witness = current.get().account();
        openings.queue(patient);
        Instant now = clock.instant();
        boolean opens = text.scope() == ConsentScope.RECORD_ACCESS;
        int days = signature.accessDays() == null ? USUAL_DAYS : signature.accessDays();
        Instant until = opens ? now.plus(Duration.ofDays(days)) : null;
        Consent consent = Consent.witness(
                text,
                patient,
                witness,
                signature.signedName(),
                HexFormat.of().parseHex(signature.textSha256()),
                signature.sections() == null ? Set.of() : signature.sections(),
                until,
                now);
        entities.persist(consent);
        entities.flush();
        if (opens) {
            openings.open(AccessGrant.consented(consent, text.title(), witness, now, until), witness, now);
            tell(patient, clinic);
        }
        return consent;
    }

    /** Tells the owners with a proven contact which consents of this clinic open the chart now. */
    void tell(PatientId patient, ClinicId clinic) {
        sql.list(
                        "SELECT purpose, sections, expires_at FROM access.access_grant WHERE patient_id = ? AND clinic_id = ? AND basis = 'REGISTRATION_CONSENT' AND ended_at IS NULL AND expires_at > ?",
                        row -> new OwnerLetters.Facts(
                                clinic,
                                null,
                                null,
                                row.text("purpose"),
                                Sections.read(row.text("sections")),
                                row.instant("expires_at")),
                        patient,
                        clinic,
                        clock.instant())
                .forEach(facts -> letters.tell(Letter.Template.CONSENT_ACCESS, patient, facts));
    }

    /** Tells what the consent at registration has opened; for an owner whose contact has just been proven. */
    void tellOwner(PatientId patient) {
        sql.first(
                        "SELECT registered_clinic_id FROM records.patient WHERE id = ?",
                        row -> new ClinicId(row.id("registered_clinic_id")),
                        patient)
                .ifPresent(clinic -> tell(patient, clinic));
    }

    /**
     * A text of a clinic; locked, so that it is not replaced while it is being signed.
     *
     * @throws Refusal invalid {@code textId} when it is no text of this clinic
     */
    ConsentText inForce(ConsentTextId id, ClinicId clinic) {
        return Optional.ofNullable(entities.find(ConsentText.class, id.value()))
                .filter(text -> clinic == null || text.clinic().equals(clinic))
                .map(text -> {
                    sql.first(
                            "SELECT pg_advisory_xact_lock_shared(hashtextextended(?, 31)) IS NULL AS locked",
                            row -> row.yes("locked"),
                            text.clinic().toString());
                    entities.refresh(text);
                    return text;
                })
                .orElseThrow(() -> Refusal.invalid("textId", "unknown", "There is no such text at this clinic."));
    }
}
