package health.chiron.records.api;

import jakarta.ejb.Local;

/** Where records from other systems come in; for integrators, in the name of their clinic. */
@Local
public interface IncomingRecords {
    /**
     * Brings one patient's chart in, in one transaction. What came before under the same source ids is recognised: the same
     * chart a second time changes nothing.
     */
    IncomingResult bring(IncomingChart chart);
}
