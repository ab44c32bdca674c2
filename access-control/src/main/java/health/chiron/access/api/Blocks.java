package health.chiron.access.api;

import health.chiron.domain.access.BlockId;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Page;
import health.chiron.domain.shared.PageRequest;
import jakarta.ejb.Local;
import java.util.List;

/** Whom an owner keeps out, whatever else would let them in. For owners alone; who is kept out is never told. */
@Local
public interface Blocks {
    /** The blocks of a patient, those that stand first, then newest first. */
    Page<BlockView> ofPatient(PatientId patient, PageRequest page);

    /** The people whom the owner may keep out, by name. */
    List<BlockCandidate> candidates(PatientId patient);

    /**
     * Keeps a person or a clinic out, from the next request on.
     *
     * @throws health.chiron.domain.shared.Refusal invalid when neither or both are named, or the person or clinic has nothing to do
     *     with the patient; conflict {@code access/block-stands} when there is one already
     */
    BlockView block(PatientId patient, NewBlock block);

    /**
     * Lifts a block. What was granted before and has not run out opens again.
     *
     * @throws health.chiron.domain.shared.Refusal conflict {@code access/block-lifted} when it was lifted already
     */
    BlockView lift(BlockId block);
}
