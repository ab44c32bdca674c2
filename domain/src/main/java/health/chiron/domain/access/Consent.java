package health.chiron.domain.access;

import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Refusal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * What somebody signed for a patient at a clinic: the typed name, the time, and the hash of the very text that was shown. The
 * owner signs it in the portal, or before somebody of the clinic at the desk. It can be withdrawn, once and at any time.
 */
@Entity
@Table(schema = "access", name = "consent")
public class Consent {
    @Id
    private UUID id;

    @Column(name = "patient_id")
    private UUID patientId;

    @Column(name = "clinic_id")
    private UUID clinicId;

    @Column(name = "text_id")
    private UUID textId;

    @Enumerated(EnumType.STRING)
    private ConsentScope scope;

    private String sections;

    @Column(name = "signed_name")
    private String signedName;

    @Column(name = "text_sha256")
    private byte[] textSha256;

    @Column(name = "signed_at")
    private Instant signedAt;

    @Column(name = "signed_by")
    private UUID signedBy;

    @Column(name = "witnessed_by")
    private UUID witnessedBy;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "withdrawn_at")
    private Instant withdrawnAt;

    @Column(name = "withdrawn_by")
    private UUID withdrawnBy;

    @Version
    private long version;

    /** For JPA. */
    protected Consent() {}

    /**
     * The owner signs, signed in.
     *
     * @param shown the hash of the text that was shown
     * @throws Refusal when it is not the text in force
     */
    public static Consent sign(
            ConsentText text, PatientId patient, AccountId owner, String name, byte[] shown, Instant at) {
        Consent consent = of(text, patient, name, shown, at);
        consent.signedBy = owner.value();
        return consent;
    }

    /**
     * Somebody signs at the desk, on paper or a tablet.
     *
     * @param witness who saw it
     * @param sections which parts of the chart it opens, if it opens any; empty for all
     * @param until when it ends by itself; null when it does not
     * @throws Refusal when it is not the text in force
     */
    public static Consent witness(
            ConsentText text,
            PatientId patient,
            AccountId witness,
            String name,
            byte[] shown,
            Set<Section> sections,
            Instant until,
            Instant at) {
        Consent consent = of(text, patient, name, shown, at);
        consent.witnessedBy = witness.value();
        consent.sections = Sections.stored(sections);
        consent.expiresAt = until;
        return consent;
    }

    private static Consent of(ConsentText text, PatientId patient, String name, byte[] shown, Instant at) {
        text.mustBeAsShown(shown);
        Consent consent = new Consent();
        consent.id = ConsentId.next().value();
        consent.patientId = patient.value();
        consent.clinicId = text.clinic().value();
        consent.textId = text.id().value();
        consent.scope = text.scope();
        consent.signedName = name.strip();
        consent.textSha256 = text.sha256();
        consent.signedAt = at;
        return consent;
    }

    /**
     * Withdraws it.
     *
     * @throws Refusal when it was withdrawn already
     */
    public void withdraw(AccountId by, Instant at) {
        if (withdrawnAt != null) {
            throw Refusal.conflict("consent/withdrawn", "This consent was withdrawn already.");
        }
        withdrawnAt = at;
        withdrawnBy = by.value();
    }

    /** The id. */
    public ConsentId id() {
        return new ConsentId(id);
    }

    /** The patient. */
    public PatientId patient() {
        return new PatientId(patientId);
    }

    /** The clinic. */
    public ClinicId clinic() {
        return new ClinicId(clinicId);
    }

    /** What it is about. */
    public ConsentScope scope() {
        return scope;
    }

    /** Which parts of the chart it opens; empty for all. */
    public Set<Section> sections() {
        return Sections.read(sections);
    }
}
