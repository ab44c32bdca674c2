package health.chiron.interop.internal.imports;

import health.chiron.access.api.Action;
import health.chiron.access.api.Actor;
import health.chiron.access.api.Category;
import health.chiron.access.api.CurrentActor;
import health.chiron.access.api.Permit;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.shared.Ids;
import health.chiron.interop.api.ImportFile;
import health.chiron.interop.api.ImportReport;
import health.chiron.interop.api.Imports;
import health.chiron.records.api.IncomingChart;
import health.chiron.records.api.IncomingRecords;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** Takes a file in one transaction together with the row that notes it. */
@Stateless
public class ImportsDoor implements Imports {
    @Inject
    private BundleImport bundles;

    @Inject
    private IncomingRecords records;

    @Inject
    private Turns turns;

    @Inject
    private ImportRuns runs;

    @Inject
    private CurrentActor current;

    @Inject
    private Clock clock;

    @Override
    @Permit(value = Action.IMPORT, on = Category.IMPORTS)
    public ImportReport take(ImportFile file) {
        // The doors called below set the actor again; this one is kept for the run.
        Actor actor = current.get();
        ClinicId clinic = current.clinic(file.clinicId());
        Instant now = clock.instant();
        BoundedContent content = new BoundedContent(file.content());
        Tally tally = new Tally();
        for (IncomingChart chart : bundles.charts(content, clinic, now, tally)) {
            turns.await(chart);
            tally.chart(records.bring(chart));
        }
        ImportReport report = tally.report(Ids.next(), file.fileName(), now);
        runs.add(report, clinic, actor.account(), content.sha256());
        return report;
    }
}
