package health.chiron.domain.records;

/** Draft, then signed for good; only addenda follow. */
public enum VisitStatus {
    /** Being written; seen by its author only. */
    DRAFT,
    /** Final. */
    SIGNED
}
