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
    /** Prescriptions and their refills. */
    PRESCRIPTIONS,
    /** Medication taken at home. */
    MEDICATIONS,
    /** Laboratory tests and results. */
    LABS,
    /** Allergies. */
    ALLERGIES,
    /** Vaccinations. */
    VACCINATIONS,
    /** Vital signs. */
    VITALS,
    /** Illnesses in the family. */
    FAMILY_HISTORY,
    /** What the owner's side enters into the chart, marked as such. */
    OWNER_ENTRIES,
    /** Clinical documents and pictures. */
    DOCUMENTS,
    /** Documents without clinical content. */
    ADMINISTRATIVE_DOCUMENTS,
    /** Appointments. */
    APPOINTMENTS,
    /** Invoices and payments. */
    BILLING,
    /** Requests, codes and grants of a patient. */
    ACCESS,
    /** Shares of a patient with people, offers of them, and the ownership itself. */
    SHARES,
    /** Families: who is in them, and which patients; no chart of theirs. */
    FAMILIES,
    /** What was signed for a patient. */
    CONSENTS,
    /** Stored examples of the policy. */
    POLICY,
    /** The audit log of a patient or a clinic. */
    AUDIT,
    /** What was done to accounts, clinics and sessions: the part of the log that concerns no patient. */
    ACTIVITY,
    /** How the safeguards of the installation stand. */
    SAFEGUARDS,
    /** Clinics and who works there. */
    CLINICS,
    /** Who works at a clinic, how, and with which rights there. */
    PEOPLE,
    /** Doctors' public profiles. */
    DOCTORS,
    /** What everybody may look up: clinics to choose from, practitioners, pharmacies. */
    DIRECTORY,
    /** Accounts of other people. */
    ACCOUNTS,
    /** The actor's own account and sessions. */
    OWN_ACCOUNT,
    /** Programs of integrators that act for a clinic, and their credentials. */
    API_CLIENTS,
    /** Files brought in from outside. */
    IMPORTS
}
