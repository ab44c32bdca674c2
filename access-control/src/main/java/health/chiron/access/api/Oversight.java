package health.chiron.access.api;

import health.chiron.domain.access.ClinicId;
import jakarta.ejb.Local;

/** The log from above: how much was done each day, and what is unlike the usual. The rules stand in docs/operator.md. */
@Local
public interface Oversight {
    /** The longest period. */
    int DAYS = 92;

    /** So many patients a day are never unusual. */
    int FEW_PATIENTS = 10;

    /** So many times the usual is unusual. */
    int TIMES_USUAL = 3;

    /** More patients a day than this are unusual for somebody of whom nothing usual is known yet. */
    int PATIENTS_AT_FIRST = 30;

    /** So many refusals of one person within ten minutes are a burst. */
    int REFUSALS = 10;

    /** The most findings of each kind. */
    int MOST = 20;

    /**
     * Everything; for auditors.
     *
     * @throws health.chiron.domain.shared.Refusal naming {@code from} when the period is longer than {@link #DAYS}
     */
    OversightView ofAll(OversightPeriod period);

    /** What was done in a clinic's name; for its administrators. Refuses as {@link #ofAll} does. */
    OversightView ofClinic(ClinicId clinic, OversightPeriod period);
}
