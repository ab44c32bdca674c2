package health.chiron.domain.access;

/** How much of a patient somebody gets by a share (MediKeep, patient_shares.permission_level). */
public enum ShareLevel {
    /** Looks, and nothing else. */
    VIEW,
    /** Looks, and enters what is given at home. */
    EDIT,
    /** Keeps the patient as the owner does, without owning: corrects, enters, shares on. */
    FULL
}
