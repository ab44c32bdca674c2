package health.chiron.domain.access;

/** What a consent is about. */
public enum ConsentScope {
    /** The clinic's doctors may look at the record for a time. */
    RECORD_ACCESS,
    /** Examination and treatment. */
    TREATMENT,
    /** How the clinic may write and call. */
    COMMUNICATION,
    /** Sending records to and fetching them from others. */
    DATA_EXCHANGE,
    /** Use for research. */
    RESEARCH
}
