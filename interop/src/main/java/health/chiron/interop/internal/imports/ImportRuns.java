package health.chiron.interop.internal.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import health.chiron.access.api.Sql;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.ClinicId;
import health.chiron.interop.api.ImportReport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;

/** The list of imports: who brought which file in, when, and the counts. */
@ApplicationScoped
class ImportRuns {
    private final JsonMapper json = new JsonMapper();

    @Inject
    private Sql sql;

    /** Adds a run, in the transaction of the import itself. */
    void add(ImportReport report, ClinicId clinic, AccountId account, byte[] sha256) {
        sql.update("""
                INSERT INTO interop.import_run (id, clinic_id, account_id, source_name, content_sha256, imported_at, counts)
                VALUES (?, ?, ?, ?, ?, ?, ?::jsonb)""", report.id(), clinic, account, report.fileName(), sha256, report.importedAt(), counts(report));
    }

    private String counts(ImportReport report) {
        Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
        counts.put("created", report.created());
        counts.put("unchanged", report.unchanged());
        counts.put("updated", report.updated());
        counts.put("kept", report.kept());
        counts.put("not_taken", report.notTaken());
        counts.put("refused", report.refused());
        counts.put("adjusted", report.adjusted());
        try {
            return json.writeValueAsString(counts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("numbers could not be written as JSON", e);
        }
    }
}
