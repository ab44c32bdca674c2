package health.chiron.records.api;

import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Page;
import health.chiron.domain.shared.PageRequest;
import jakarta.ejb.Local;

/** The chart as a whole. */
@Local
public interface Chart {
    /** The first page of a chart. */
    ChartSummary summary(PatientId patient);

    /** The problem list: what is present first, then newest first. */
    Page<ConditionView> conditions(PatientId patient, PageRequest page);

    /** What somebody would see of the patient by such a share; for those who may share the patient. */
    SharePreview preview(PatientId patient, WishedShare share);
}
