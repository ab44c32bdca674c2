package health.chiron.domain.access;

/** The kind of work an account does (architecture, section 4). Which patients it reaches comes from relationships, never from the kind. */
public enum AccountKind {
    /** Runs the installation: accounts and clinics; no clinical data. */
    PLATFORM_ADMIN,
    /** Runs a clinic: its people and settings; reads the records created there. */
    CLINIC_ADMIN,
    /** Works on charts that a grant opens. */
    DOCTOR,
    /** Front desk and nursing: demographics, requests, appointments. */
    STAFF,
    /** Decides who may look: the patient, a guardian, a pet's owner. */
    OWNER,
    /** A program that brings records in or out for one clinic. */
    INTEGRATOR,
    /** Reads the audit log, nothing else. */
    AUDITOR,
    /** A named job of the system itself. */
    SYSTEM
}
