package health.chiron.access.api;

/** How often the account of the present call may look things up; for doors of other modules. Counted for all nodes together. */
public interface CallBudget {
    /**
     * Counts a look-up of somebody who is not reached yet.
     *
     * @throws health.chiron.domain.shared.Refusal too many, with the time to wait
     */
    void lookUp();

    /**
     * Counts a search.
     *
     * @throws health.chiron.domain.shared.Refusal too many, with the time to wait
     */
    void search();
}
