package health.chiron.portal.chart;

import health.chiron.domain.records.VisitPriority;
import health.chiron.domain.records.VisitType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** What the visit editor offers to choose from. */
@Named
@ApplicationScoped
public class VisitChoices {
    /** The visit types. */
    public VisitType[] getTypes() {
        return VisitType.values();
    }

    /** The priorities. */
    public VisitPriority[] getPriorities() {
        return VisitPriority.values();
    }
}
