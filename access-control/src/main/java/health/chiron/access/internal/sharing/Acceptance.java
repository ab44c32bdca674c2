package health.chiron.access.internal.sharing;

import health.chiron.access.api.Sql;
import health.chiron.access.api.SqlFailure;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.FamilyHistoryShare;
import health.chiron.domain.access.Invitation;
import health.chiron.domain.access.PatientShare;
import health.chiron.domain.access.Sections;
import health.chiron.domain.access.ShareEnd;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Ids;
import health.chiron.domain.shared.Refusal;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What comes of a yes. Called with the patient's shares held, after the answer is written. */
@Stateless
public class Acceptance {
    @PersistenceContext(unitName = "chiron")
    private EntityManager entities;

    @Inject
    private Sql sql;

    @Inject
    private Giving giving;

    @Inject
    private ShareLetters letters;

    @Inject
    private Clock clock;

    /** Begins a share; an earlier one of the same giver gives way, and so does any when an owner gives it anew. */
    public void share(Invitation invitation, PatientShare share) {
        PatientId patient = invitation.patient();
        mustStillGive(invitation);
        sql.list(
                        "SELECT id FROM access.patient_share WHERE patient_id = ? AND shared_with = ? AND ended_at IS NULL",
                        row -> row.id("id"),
                        patient,
                        invitation.sentTo())
                .forEach(earlier -> giveWay(earlier, invitation));
        entities.flush();
        begin(share);
        letters.tell(giving.settle(patient, ShareEnd.SHARER_LEFT), Set.of(invitation.sentTo(), invitation.sentBy()));
    }

    private void giveWay(UUID id, Invitation invitation) {
        PatientShare earlier = entities.find(PatientShare.class, id);
        Instant now = clock.instant();
        if (!earlier.active(now)) {
            earlier.expire(now);
            return;
        }
        if (!earlier.sharedBy().equals(invitation.sentBy()) && !owns(invitation.sentBy(), invitation.patient())) {
            // Two who hold full shares could otherwise each come to rest on the other, and nobody on an owner.
            throw Refusal.conflict(
                    "access/share-exists",
                    "This patient is shared with you already, by somebody else. Leave that share first.");
        }
        earlier.end(invitation.sentTo(), ShareEnd.REPLACED, now);
    }

    /** Begins a share of one relative's history. */
    public void familyHistory(Invitation invitation, FamilyHistoryShare share) {
        mustStillGive(invitation);
        Instant now = clock.instant();
        sql
                .list(
                        "SELECT id FROM access.family_history_share WHERE family_member_id = ? AND shared_with = ? AND ended_at IS NULL",
                        row -> row.id("id"),
                        invitation.familyMember().orElseThrow(),
                        invitation.sentTo())
                .stream()
                .map(id -> entities.find(FamilyHistoryShare.class, id))
                .forEach(earlier -> {
                    if (earlier.active(now)) {
                        earlier.end(invitation.sentTo(), ShareEnd.REPLACED, now);
                    } else {
                        earlier.expire(now);
                    }
                });
        entities.flush();
        begin(share);
        letters.tell(
                giving.settle(invitation.patient(), ShareEnd.SHARER_LEFT),
                Set.of(invitation.sentTo(), invitation.sentBy()));
    }

    private void begin(Object share) {
        entities.persist(share);
        try {
            entities.flush();
        } catch (PersistenceException e) {
            if (SqlFailure.constraintIn(e)
                    .filter(c -> c.endsWith("_active_once"))
                    .isPresent()) {
                throw Invitation.over();
            }
            throw e;
        }
    }

    /**
     * Changes hands: the new ownership begins before the old one ends, so that the patient always has an owner. All that rests on the
     * former owner ends: shares, offers, clinics' grants, and requests whose codes the former owner may still hold. An emergency does
     * not rest on an owner and runs out by itself.
     */
    public void ownership(Invitation invitation, Instant now) {
        PatientId patient = invitation.patient();
        if (!owns(invitation.sentBy(), patient) || owns(invitation.sentTo(), patient)) {
            throw Invitation.over();
        }
        sql.update(
                "INSERT INTO access.patient_owner (id, patient_id, account_id, since, invitation_id) VALUES (?, ?, ?, ?, ?)",
                Ids.next(),
                patient,
                invitation.sentTo(),
                now,
                invitation.id());
        sql.update(
                "UPDATE access.patient_owner SET until = greatest(?, since) WHERE patient_id = ? AND account_id = ? AND until IS NULL",
                now,
                patient,
                invitation.sentBy());
        AccountId by = invitation.sentTo();
        sql.update(
                "UPDATE access.patient_share SET ended_at = greatest(?, started_at), ended_by = ?, end_reason = 'OWNER_CHANGED', version = version + 1 WHERE patient_id = ? AND shared_with = ? AND ended_at IS NULL",
                now,
                by,
                patient,
                by);
        List<ShareLetters.Change> shares = giving.settle(patient, ShareEnd.OWNER_CHANGED);
        List<UUID> grants = sql.list(
                "UPDATE access.access_grant SET ended_at = greatest(?, granted_at), ended_by = ?, end_reason = 'OWNER_CHANGED', version = version + 1 WHERE patient_id = ? AND ended_at IS NULL AND expires_at > ? AND basis <> 'EMERGENCY' RETURNING id",
                row -> row.id("id"),
                now,
                by,
                patient,
                now);
        sql.update(
                "UPDATE access.access_request SET status = 'CANCELLED', version = version + 1 WHERE patient_id = ? AND status = 'PENDING'",
                patient);
        sql.update(
                "UPDATE access.one_time_code SET replaced_at = ? WHERE patient_id = ? AND used_at IS NULL AND replaced_at IS NULL",
                now,
                patient);
        letters.ownerChanged(patient, invitation.sentBy(), invitation.sentTo(), shares, grants);
    }

    private void mustStillGive(Invitation invitation) {
        boolean may = sql.count(
                        "SELECT policy.may_give(?, ?, ?)::int AS count",
                        invitation.sentBy(),
                        invitation.patient(),
                        invitation.familyMember().isPresent()
                                ? "FAMILY_HISTORY"
                                : Sections.stored(invitation.sections()))
                > 0;
        if (!may) {
            throw Invitation.over();
        }
    }

    private boolean owns(AccountId account, PatientId patient) {
        return sql.count("SELECT policy.is_owner(?, ?)::int AS count", account, patient) > 0;
    }
}
