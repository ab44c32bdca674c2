package health.chiron.interop.internal.imports;

import health.chiron.access.api.Directory;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.shared.Refusal;
import health.chiron.interop.internal.bundle.BundleReader;
import health.chiron.interop.internal.bundle.ReadBundle;
import health.chiron.interop.internal.bundle.Unreadable;
import health.chiron.records.api.IncomingChart;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Resource;

/** Reads a bundle whole and says it in the house's words. */
@Dependent
class BundleImport {
    private static final Map<String, Class<? extends Resource>> TAKEN = Map.of(
            "Patient", Patient.class,
            "Practitioner", Practitioner.class,
            "Organization", Organization.class,
            "Encounter", Encounter.class,
            "Condition", Condition.class);

    private final BundleReader reader;
    private final Directory directory;

    @Inject
    BundleImport(BundleReader reader, Directory directory) {
        this.reader = reader;
        this.directory = directory;
    }

    /**
     * Takes whom the bundle names into the directory, and counts what becomes of every resource.
     *
     * @return the charts, in the order of their keys, to be brought in
     * @throws Refusal when the bundle cannot be taken; the transaction ends with it
     */
    List<IncomingChart> charts(InputStream content, ClinicId clinic, Instant now, Tally tally) {
        ReadBundle bundle = read(content);
        requireSomethingToTake(bundle);
        tally.notTaken(bundle.notTaken());
        tally.refuse(bundle.refused());
        DirectoryEntries entries = new DirectoryEntries(directory, clinic, new References(bundle), tally);
        entries.take(bundle);
        return new ChartMapping(clinic, entries, now, tally)
                .charts(bundle).stream()
                        .sorted(Comparator.comparing(chart -> new SourceKey(chart.sourceSystem(), chart.sourceId())))
                        .toList();
    }

    private ReadBundle read(InputStream content) {
        try {
            return reader.read(content, TAKEN);
        } catch (Unreadable e) {
            throw switch (e.why()) {
                case NOT_JSON -> refused("not_json", "The file is not JSON.");
                case INCOMPLETE -> refused("incomplete", "The file ends in the middle; nothing of it was taken.");
                case NOT_A_BUNDLE -> refused("not_a_bundle", "The file is JSON, but not a FHIR Bundle.");
            };
        }
    }

    private static void requireSomethingToTake(ReadBundle bundle) {
        if (bundle.refused().containsKey("patient/malformed")) {
            throw refused(
                    "patient_malformed", "The patient breaks FHIR's rules and cannot be read; nothing was taken.");
        }
        boolean hasChart = !bundle.of(Encounter.class).isEmpty()
                || !bundle.of(Condition.class).isEmpty();
        if (hasChart && bundle.of(Patient.class).isEmpty()) {
            throw refused("no_patient", "The bundle holds parts of a chart, but no patient whose they are.");
        }
        if (bundle.all().isEmpty()) {
            throw refused("empty", "The bundle holds nothing that is imported.");
        }
    }

    private static Refusal refused(String code, String message) {
        return Refusal.invalid("content", code, message);
    }
}
