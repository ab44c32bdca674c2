package health.chiron.interop.internal.imports;

import health.chiron.access.api.Sql;
import health.chiron.records.api.IncomingChart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Lets two imports of the same patient come one after the other: the second one then finds what the first one brought. */
@ApplicationScoped
class Turns {
    @Inject
    private Sql sql;

    /** Waits until nobody else brings this patient in; holds until the transaction ends. */
    void await(IncomingChart chart) {
        sql.count(
                "SELECT 1 AS count FROM pg_advisory_xact_lock(hashtextextended(?, 0))",
                "import " + chart.clinicId() + " " + chart.sourceSystem() + " " + chart.sourceId());
    }
}
