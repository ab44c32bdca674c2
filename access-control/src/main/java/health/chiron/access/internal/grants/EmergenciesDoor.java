package health.chiron.access.internal.grants;

import health.chiron.access.api.Action;
import health.chiron.access.api.BreakGlass;
import health.chiron.access.api.Category;
import health.chiron.access.api.CurrentActor;
import health.chiron.access.api.Emergencies;
import health.chiron.access.api.EmergencyJudgement;
import health.chiron.access.api.GrantView;
import health.chiron.access.api.Permit;
import health.chiron.access.api.Sql;
import health.chiron.access.internal.accounts.Notices;
import health.chiron.access.internal.delivery.Letter;
import health.chiron.domain.access.AccessGrant;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.GrantId;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Page;
import health.chiron.domain.shared.PageRequest;
import health.chiron.domain.shared.Refusal;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Break-glass, and looking at it afterwards (ADR 23). */
@Stateless
public class EmergenciesDoor implements Emergencies {
    /** Earlier ones of the same doctor and patient count for so long. */
    private static final Duration COUNTS = Duration.ofHours(24);
    /** So many may wait for their review before the next one has to. */
    private static final int UNREVIEWED = 2;

    @PersistenceContext(unitName = "chiron")
    private EntityManager entities;

    @Inject
    private Sql sql;

    @Inject
    private Openings openings;

    @Inject
    private OwnerLetters letters;

    @Inject
    private Notices notices;

    @Inject
    private AccessViews views;

    @Inject
    private CurrentActor current;

    @Inject
    private Clock clock;

    private record Earlier(boolean open, boolean endedByOwner, String judgement, Instant at) {}

    @Override
    @Permit(value = Action.BREAK_GLASS, on = Category.ACCESS)
    public GrantView open(PatientId patient, BreakGlass emergency) {
        ClinicId clinic = current.clinic(emergency.clinicId());
        AccountId doctor = current.get().account();
        openings.queue(patient);
        Instant now = clock.instant();
        mustBeFirstOrReviewed(patient, doctor, now);
        AccessGrant grant = AccessGrant.emergency(
                patient, clinic, doctor, emergency.reason().strip(), now);
        entities.persist(grant);
        entities.flush();
        letters.tellEverywhere(
                Letter.Template.EMERGENCY_ACCESS,
                patient,
                new OwnerLetters.Facts(
                        clinic,
                        doctor,
                        null,
                        emergency.reason().strip(),
                        Set.of(),
                        now.plus(AccessGrant.EMERGENCY_LASTS)));
        GrantView opened = views.grant(grant.id());
        notices.tellAdministratorsOf(
                clinic, Letter.Template.EMERGENCY_TO_REVIEW, Map.of("clinic", opened.clinicName()), opened.expiresAt());
        return opened;
    }

    private void mustBeFirstOrReviewed(PatientId patient, AccountId doctor, Instant now) {
        List<Earlier> lately = sql.list(
                """
                SELECT g.granted_at, v.outcome, g.end_reason = 'REVOKED_BY_OWNER' AS ended_by_owner,
                       g.ended_at IS NULL AND g.expires_at > ? AS open
                  FROM access.access_grant g LEFT JOIN access.emergency_review v ON v.grant_id = g.id
                 WHERE g.basis = 'EMERGENCY' AND g.patient_id = ? AND g.doctor_id = ? AND g.granted_at > ?
                 ORDER BY g.granted_at""",
                row -> new Earlier(
                        row.yes("open"), row.yes("ended_by_owner"), row.text("outcome"), row.instant("granted_at")),
                now,
                patient,
                doctor,
                now.minus(COUNTS));
        if (lately.stream().anyMatch(Earlier::open)) {
            throw Refusal.conflict("access/emergency-open", "This emergency access of yours is open already.");
        }
        if (lately.stream().anyMatch(e -> e.endedByOwner() && !"JUSTIFIED".equals(e.judgement()))) {
            throw Refusal.conflict(
                    "access/emergency-ended-by-owner",
                    "The owner has ended your emergency access. It opens again when it was reviewed and found justified.");
        }
        List<Earlier> waiting =
                lately.stream().filter(e -> e.judgement() == null).toList();
        if (waiting.size() >= UNREVIEWED) {
            throw Refusal.tooMany(
                    "access/emergency-needs-review",
                    "Earlier emergencies of yours with this patient wait for their review.",
                    Duration.between(now, waiting.get(0).at().plus(COUNTS)).plusSeconds(1));
        }
    }

    @Override
    @Permit(value = Action.REVIEW, on = Category.ACCESS)
    public Page<GrantView> ofClinic(ClinicId clinic, Boolean waiting, PageRequest page) {
        return views.emergenciesOf(clinic, waiting, page);
    }

    @Override
    @Permit(value = Action.REVIEW, on = Category.ACCESS)
    public GrantView review(GrantId id, EmergencyJudgement judgement) {
        GrantView grant = views.emergency(id);
        if (grant.status() == GrantView.Status.ACTIVE) {
            throw Refusal.conflict("access/emergency-open", "It is still open. Judge it when it is over.");
        }
        int written = sql.update(
                """
                INSERT INTO access.emergency_review (grant_id, patient_id, clinic_id, outcome, note, reviewed_by, reviewed_at)
                VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""",
                id,
                grant.patientId(),
                grant.clinicId(),
                judgement.outcome(),
                judgement.note().strip(),
                current.get().account(),
                clock.instant());
        if (written == 0) {
            throw Refusal.conflict("access/emergency-reviewed", "This emergency was judged already.");
        }
        letters.tellOfJudgement(id);
        return views.emergency(id);
    }
}
