package health.chiron.access.api;

import health.chiron.domain.access.FamilyId;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Page;
import health.chiron.domain.shared.PageRequest;
import jakarta.ejb.Local;

/**
 * Families gather the patients of a household (seed 002, patients.family_id). They open no chart and let nobody reach a patient: what
 * somebody sees of a patient in the family is what they reach anyhow, and else a label. For who is not in a family there is none.
 */
@Local
public interface Families {
    /** The families that the actor is in, by name. */
    Page<ListedFamily> mine(PageRequest page);

    /** A family with its people and patients; for its people. */
    FamilyView get(FamilyId family);

    /** Founds a family, and is in it. */
    FamilyView found(FamilyData data);

    /** Renames it; by any of its people; stale. */
    FamilyView rename(FamilyId family, long version, FamilyData data);

    /**
     * Invites somebody into it, by any of its people. Nothing tells whether there is an account behind the address, or whether the
     * person is in the family.
     *
     * @throws health.chiron.domain.shared.Refusal invalid {@code access/share-with-oneself}; conflict {@code access/invitation-waits};
     *     too many {@code access/invitations-too-frequent}
     */
    InvitationView invite(FamilyId family, InviteToFamily person);

    /**
     * Brings a patient in; by an owner of the patient who is in the family. From another family the patient moves.
     *
     * @throws health.chiron.domain.shared.Refusal conflict {@code access/in-family-already}
     */
    FamilyPatientView bringIn(FamilyId family, PatientId patient, BringIntoFamily how);

    /** Takes a patient out; by an owner of the patient, in the family or not. */
    FamilyPatientView takeOut(FamilyId family, PatientId patient);

    /** Leaves it, with the patients that the actor brought in. Behind the last person the family is dissolved. */
    void leave(FamilyId family);
}
