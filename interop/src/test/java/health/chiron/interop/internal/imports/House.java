package health.chiron.interop.internal.imports;

import health.chiron.access.api.Directory;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.OrganizationId;
import health.chiron.domain.access.PractitionerId;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Ids;
import health.chiron.interop.api.ImportReport;
import health.chiron.interop.internal.bundle.BundleReader;
import health.chiron.interop.internal.bundle.FhirParser;
import health.chiron.records.api.IncomingChart;
import health.chiron.records.api.IncomingRecords;
import health.chiron.records.api.IncomingResult;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The doors behind the import, keeping what they are handed. */
final class House implements Directory, IncomingRecords {
    static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    static final ClinicId CLINIC = ClinicId.next();

    private final Map<SourceKey, PractitionerId> practitioners = new HashMap<>();
    private final Map<SourceKey, OrganizationId> organizations = new HashMap<>();
    private final List<Incoming> asked = new ArrayList<>();
    private final List<IncomingChart> charts = new ArrayList<>();

    ImportReport takes(String content) {
        return takes(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }

    ImportReport takes(InputStream content) {
        Tally tally = new Tally();
        new BundleImport(new BundleReader(new FhirParser()), this)
                .charts(content, CLINIC, NOW, tally)
                .forEach(chart -> tally.chart(bring(chart)));
        return tally.report(Ids.next(), "a file", NOW);
    }

    List<IncomingChart> charts() {
        return charts;
    }

    IncomingChart chart() {
        if (charts.size() != 1) {
            throw new AssertionError("expected one chart, there are " + charts.size());
        }
        return charts.get(0);
    }

    List<Incoming> asked() {
        return asked;
    }

    PractitionerId practitioner(String system, String id) {
        return practitioners.get(new SourceKey(system, id));
    }

    OrganizationId organization(String system, String id) {
        return organizations.get(new SourceKey(system, id));
    }

    @Override
    public Entry<PractitionerId> practitioner(Incoming incoming) {
        asked.add(incoming);
        PractitionerId mine = PractitionerId.next();
        PractitionerId there =
                practitioners.putIfAbsent(new SourceKey(incoming.sourceSystem(), incoming.sourceId()), mine);
        return new Entry<>(there == null ? mine : there, there == null);
    }

    @Override
    public Entry<OrganizationId> organization(Incoming incoming) {
        asked.add(incoming);
        OrganizationId mine = OrganizationId.next();
        OrganizationId there =
                organizations.putIfAbsent(new SourceKey(incoming.sourceSystem(), incoming.sourceId()), mine);
        return new Entry<>(there == null ? mine : there, there == null);
    }

    @Override
    public IncomingResult bring(IncomingChart chart) {
        charts.add(chart);
        return new IncomingResult(
                PatientId.next(),
                Map.of(
                        "patient", 1,
                        "visit", chart.visits().size(),
                        "condition", chart.conditions().size()),
                Map.of(),
                Map.of(),
                Map.of());
    }
}
