package health.chiron.access.api;

/** What an operation is about: the columns of the access matrix (architecture, section 4). */
public enum Category {
    /** Name, kind, species, birth date: who the patient is. */
    IDENTITY,
    /** Address, contacts, identifiers. */
    DEMOGRAPHICS,
    /** The chart as a whole: its first page. */
    CHART,
    /** Visit records. */
    VISITS,
    /** The problem list. */
    CONDITIONS,
    /** Requests, codes and grants of a patient. */
    ACCESS,
    /** The audit log of a patient or a clinic. */
    AUDIT,
    /** What was done to accounts, clinics and sessions: the part of the log that concerns no patient. */
    ACTIVITY,
    /** Clinics and who works there. */
    CLINICS,
    /** Accounts of other people. */
    ACCOUNTS,
    /** The actor's own account and sessions. */
    OWN_ACCOUNT,
    /** Files brought in from outside. */
    IMPORTS
}
