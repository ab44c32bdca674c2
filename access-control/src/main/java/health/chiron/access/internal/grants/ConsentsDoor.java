package health.chiron.access.internal.grants;

import health.chiron.access.api.Action;
import health.chiron.access.api.Category;
import health.chiron.access.api.ConsentTextView;
import health.chiron.access.api.ConsentView;
import health.chiron.access.api.Consents;
import health.chiron.access.api.CurrentActor;
import health.chiron.access.api.NewConsentText;
import health.chiron.access.api.Permit;
import health.chiron.access.api.SignConsent;
import health.chiron.access.api.Sql;
import health.chiron.access.api.WitnessConsent;
import health.chiron.domain.access.AccessGrant;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.Consent;
import health.chiron.domain.access.ConsentId;
import health.chiron.domain.access.ConsentScope;
import health.chiron.domain.access.ConsentText;
import health.chiron.domain.access.ConsentTextId;
import health.chiron.domain.access.GrantId;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Page;
import health.chiron.domain.shared.PageRequest;
import health.chiron.domain.shared.Refusal;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Clinics' texts, and what owners sign. */
@Stateless
public class ConsentsDoor implements Consents {
    private static final String TEXT = """
            SELECT t.id AS text_id, t.clinic_id AS text_clinic_id, c.name AS clinic_name, t.scope AS text_scope, t.language, t.number,
                   t.title, t.body, t.sha256, t.published_at, t.retired_at
              FROM access.consent_text t JOIN access.clinic c ON c.id = t.clinic_id
            """;

    /** What an owner can sign in the portal: record access is opened at the desk. */
    private static final String OFFERED = " WHERE t.retired_at IS NULL AND t.scope <> 'RECORD_ACCESS' AND c.active ";

    private static final String CONSENT = """
            SELECT s.id, s.patient_id, s.signed_name, s.signed_at, s.expires_at, s.withdrawn_at, w.full_name AS witness, g.id AS grant_id,
                   t.id AS text_id, t.clinic_id AS text_clinic_id, c.name AS clinic_name, t.scope AS text_scope, t.language, t.number,
                   t.title, t.body, t.sha256, t.published_at, t.retired_at
              FROM access.consent s
              JOIN access.consent_text t ON t.id = s.text_id
              JOIN access.clinic c ON c.id = s.clinic_id
              LEFT JOIN access.account w ON w.id = s.witnessed_by
              LEFT JOIN access.access_grant g ON g.consent_id = s.id
            """;

    @PersistenceContext(unitName = "chiron")
    private EntityManager entities;

    @Inject
    private Sql sql;

    @Inject
    private Signatures signatures;

    @Inject
    private Openings openings;

    @Inject
    private Holders concerned;

    @Inject
    private CurrentActor current;

    @Inject
    private Clock clock;

    @Override
    @Permit(value = Action.CREATE, on = Category.CONSENTS)
    public ConsentTextView publish(ClinicId clinic, NewConsentText text) {
        // Whoever is signing at this moment goes first, and two who publish queue.
        queueTexts(clinic);
        Instant now = clock.instant();
        latest(clinic, text.scope(), text.language()).ifPresent(before -> before.retire(now));
        entities.flush();
        int number = 1
                + (int) sql.count(
                        "SELECT coalesce(max(number), 0) AS count FROM access.consent_text WHERE clinic_id = ? AND scope = ? AND language = ?",
                        clinic,
                        text.scope(),
                        text.language());
        ConsentText published = ConsentText.publish(
                clinic,
                text.scope(),
                text.language(),
                number,
                text.title(),
                text.body(),
                current.get().account(),
                now);
        entities.persist(published);
        entities.flush();
        return text(published.id());
    }

    @Override
    @Permit(value = Action.UPDATE, on = Category.CONSENTS)
    public ConsentTextView retire(ClinicId clinic, ConsentTextId id) {
        queueTexts(clinic);
        Optional.ofNullable(entities.find(ConsentText.class, id.value()))
                .filter(text -> text.clinic().equals(clinic))
                .orElseThrow(Refusal::notFound)
                .retire(clock.instant());
        entities.flush();
        return text(id);
    }

    private void queueTexts(ClinicId clinic) {
        sql.first(
                "SELECT pg_advisory_xact_lock(hashtextextended(?, 31)) IS NULL AS locked",
                row -> row.yes("locked"),
                clinic.toString());
    }

    private Optional<ConsentText> latest(ClinicId clinic, ConsentScope scope, String language) {
        return sql.first(
                        "SELECT id FROM access.consent_text WHERE clinic_id = ? AND scope = ? AND language = ? AND retired_at IS NULL",
                        row -> row.id("id"),
                        clinic,
                        scope,
                        language)
                .map(id -> entities.find(ConsentText.class, id));
    }

    @Override
    @Permit(value = Action.READ, on = Category.CLINICS)
    public Page<ConsentTextView> texts(ClinicId clinic, boolean inForce, PageRequest page) {
        List<ConsentTextView> items =
                sql.list(TEXT + """
                         WHERE t.clinic_id = ? AND (NOT ? OR t.retired_at IS NULL)
                         ORDER BY (t.retired_at IS NULL) DESC, t.published_at DESC, t.id DESC LIMIT ? OFFSET ?""", ConsentsDoor::text, clinic, inForce, page.limit(), page.offset());
        long total = sql.count(
                "SELECT count(*) FROM access.consent_text t WHERE t.clinic_id = ? AND (NOT ? OR t.retired_at IS NULL)",
                clinic,
                inForce);
        return new Page<>(items, total, page.offset(), page.limit());
    }

    @Override
    @Permit(value = Action.SIGN, on = Category.CONSENTS)
    public List<ConsentTextView> toSign(PatientId patient, ClinicId clinic) {
        return sql.list(
                TEXT + OFFERED + "AND t.clinic_id = ? ORDER BY t.scope, t.language", ConsentsDoor::text, clinic);
    }

    @Override
    @Permit(value = Action.SIGN, on = Category.CONSENTS)
    public List<ConsentTextView> toSign(PatientId patient) {
        return sql.list(TEXT + OFFERED + """
                         AND (t.clinic_id IN (SELECT g.clinic_id FROM access.access_grant g WHERE g.patient_id = ?)
                           OR t.clinic_id IN (SELECT s.clinic_id FROM access.consent s WHERE s.patient_id = ?))
                         ORDER BY c.name, t.clinic_id, t.scope, t.language LIMIT 100""", ConsentsDoor::text, patient, patient);
    }

    @Override
    @Permit(value = Action.SIGN, on = Category.CONSENTS)
    public ConsentView sign(PatientId patient, SignConsent signature) {
        ConsentText text = signatures.inForce(signature.textId(), null);
        if (text.scope() == ConsentScope.RECORD_ACCESS) {
            throw Refusal.conflict(
                    "consent/at-the-desk", "Access to the record is opened by a code, or by a consent at the desk.");
        }
        Consent consent = Consent.sign(
                text,
                patient,
                current.get().account(),
                signature.signedName(),
                HexFormat.of().parseHex(signature.textSha256()),
                clock.instant());
        entities.persist(consent);
        entities.flush();
        return view(consent.id());
    }

    @Override
    @Permit(value = Action.CREATE, on = Category.CONSENTS)
    public ConsentView witness(PatientId patient, WitnessConsent signature) {
        return view(signatures
                .witnessed(patient, current.clinic(signature.clinicId()), signature.consent())
                .id());
    }

    @Override
    @Permit(value = Action.READ, on = Category.CONSENTS)
    public Page<ConsentView> ofPatient(PatientId patient, PageRequest page) {
        List<ConsentView> items = sql.list(
                CONSENT + " WHERE s.patient_id = ? ORDER BY s.signed_at DESC, s.id DESC LIMIT ? OFFSET ?",
                ConsentsDoor::consent,
                patient,
                page.limit(),
                page.offset());
        return new Page<>(
                items,
                sql.count("SELECT count(*) FROM access.consent WHERE patient_id = ?", patient),
                page.offset(),
                page.limit());
    }

    @Override
    @Permit(value = Action.READ, on = Category.CONSENTS)
    public ConsentView get(ConsentId consent) {
        return view(consent);
    }

    @Override
    @Permit(value = Action.REVOKE, on = Category.CONSENTS)
    public ConsentView withdraw(ConsentId id) {
        Consent consent =
                Optional.ofNullable(entities.find(Consent.class, id.value())).orElseThrow(Refusal::notFound);
        openings.queue(consent.patient());
        entities.refresh(consent);
        Instant now = clock.instant();
        AccountId owner = current.get().account();
        consent.withdraw(owner, now);
        Optional<AccessGrant> opened = sql.first(
                        "SELECT id FROM access.access_grant WHERE consent_id = ? AND ended_at IS NULL AND expires_at > ?",
                        row -> row.id("id"),
                        id,
                        now)
                .map(grant -> entities.find(AccessGrant.class, grant));
        opened.ifPresent(grant -> grant.end(owner, AccessGrant.EndReason.CONSENT_WITHDRAWN, now));
        entities.flush();
        opened.ifPresent(grant -> concerned.tellOfEnd(grant, owner));
        return view(id);
    }

    private ConsentTextView text(ConsentTextId id) {
        return sql.first(TEXT + " WHERE t.id = ?", ConsentsDoor::text, id).orElseThrow(Refusal::notFound);
    }

    private ConsentView view(ConsentId id) {
        return sql.first(CONSENT + " WHERE s.id = ?", ConsentsDoor::consent, id).orElseThrow(Refusal::notFound);
    }

    private static ConsentTextView text(Sql.Row row) throws SQLException {
        return new ConsentTextView(
                new ConsentTextId(row.id("text_id")),
                new ClinicId(row.id("text_clinic_id")),
                row.text("clinic_name"),
                row.word(ConsentScope.class, "text_scope"),
                row.text("language"),
                row.integer("number"),
                row.text("title"),
                row.text("body"),
                HexFormat.of().formatHex(row.bytes("sha256")),
                row.instant("published_at"),
                row.instant("retired_at"));
    }

    private static ConsentView consent(Sql.Row row) throws SQLException {
        UUID grant = row.id("grant_id");
        return new ConsentView(
                new ConsentId(row.id("id")),
                new PatientId(row.id("patient_id")),
                text(row),
                row.text("signed_name"),
                row.instant("signed_at"),
                row.text("witness"),
                row.instant("expires_at"),
                row.instant("withdrawn_at"),
                grant == null ? null : new GrantId(grant));
    }
}
