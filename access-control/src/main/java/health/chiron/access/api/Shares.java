package health.chiron.access.api;

import health.chiron.domain.access.FamilyHistoryShareId;
import health.chiron.domain.access.ShareId;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.PageRequest;
import jakarta.ejb.Local;
import java.time.Instant;
import java.util.List;

/** With whom patients are shared (seed 002, patient_shares and family_history_shares), and who owns them. */
@Local
public interface Shares {
    /** A patient's shares, active ones first; all for the owner, for others their own and those they gave. */
    SharePage ofPatient(PatientId patient, PageRequest page);

    /** What is shared with the actor now. */
    SharePage withMe(PageRequest page);

    /**
     * Moves the end of a share; by who gave it, or an owner.
     *
     * @param until null for no end
     * @throws health.chiron.domain.shared.Refusal invalid {@code access/share-outlasts-own}; conflict {@code access/share-over}; stale
     */
    ShareView lasts(ShareId share, long version, Instant until);

    /** Takes a share back, and with it all that its holder gave; by who gave it, or an owner; conflict {@code access/share-over}. */
    ShareView withdraw(ShareId share);

    /** Gives the own share back, and with it all that one has given; conflict {@code access/share-over}. */
    ShareView leave(ShareId share);

    /** The shares of relatives' histories of a patient, active ones first; all for the owner, for others those they gave. */
    FamilyHistorySharePage familyHistoryOf(PatientId patient, PageRequest page);

    /** The relatives' histories that are shared with the actor now. */
    FamilyHistorySharePage familyHistoryWithMe(PageRequest page);

    /**
     * Moves the end of a share of a relative's history; by who gave it, or an owner.
     *
     * @param until null for no end
     * @throws health.chiron.domain.shared.Refusal invalid {@code access/share-outlasts-own}; conflict {@code access/share-over}; stale
     */
    FamilyHistoryShareView lasts(FamilyHistoryShareId share, long version, Instant until);

    /** Takes a share of a relative's history back; conflict {@code access/share-over}. */
    FamilyHistoryShareView withdraw(FamilyHistoryShareId share);

    /** Gives the own share of a relative's history back; conflict {@code access/share-over}. */
    FamilyHistoryShareView leave(FamilyHistoryShareId share);

    /** Who has owned the patient and since when, the newest first; for owners and those with a full share. */
    List<OwnershipPeriod> owners(PatientId patient);

    /**
     * Says whether the patient is the owner's own record, one of the owned and a person; an earlier one is that no more.
     *
     * @throws health.chiron.domain.shared.Refusal conflict {@code access/self-record-is-a-person}; stale when another one is named at
     *     the same moment
     */
    List<OwnershipPeriod> nameSelf(PatientId patient, boolean self);
}
