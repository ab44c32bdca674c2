package health.chiron.domain.access;

/** How a person belongs to a clinic (veterinary seed, doctor_clinic_associations). */
public enum EmploymentType {
    /** Works there all week. */
    FULL_TIME,
    /** Works there some days. */
    PART_TIME,
    /** Comes for single cases. */
    VISITING,
    /** Works there under a contract of its own. */
    CONTRACTOR
}
