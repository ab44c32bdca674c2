package health.chiron.rest.audit;

import health.chiron.access.api.AccessEntry;
import health.chiron.access.api.AuditCsv;
import health.chiron.access.api.AuditMark;
import health.chiron.access.api.AuditTrail;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.Variant;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/**
 * An export of the log on its way: part by part, each fetched, and logged, when the one before has been sent. The first part is there
 * before anything is sent, so that a refusal is still a problem document. When a later one fails the answer breaks off.
 */
public final class LogExport implements StreamingOutput {
    /** The form of an export. */
    public static final String CSV = "text/csv";

    /** The same as FHIR AuditEvents, one a line. */
    public static final String FHIR = "application/fhir+ndjson";

    private static final List<Variant> FORMS =
            Variant.mediaTypes(MediaType.valueOf(CSV), MediaType.valueOf(FHIR)).build();

    private final Function<AuditMark, List<AccessEntry>> door;
    private final List<AccessEntry> first;
    private final boolean fhir;
    private final String house;

    private LogExport(Function<AuditMark, List<AccessEntry>> door, boolean fhir, String house) {
        this.door = door;
        this.first = door.apply(null);
        this.fhir = fhir;
        this.house = house;
    }

    /**
     * The answer that carries it, in the form that was asked for.
     *
     * @param house the address that people use; stands in the events as where they were recorded
     */
    public static Response answer(Request request, String house, Function<AuditMark, List<AccessEntry>> door) {
        Variant form = request.selectVariant(FORMS);
        boolean fhir = form != null && form.getMediaType().toString().equals(FHIR);
        return Response.ok(new LogExport(door, fhir, house), fhir ? FHIR : CSV + ";charset=utf-8;header=present")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"access-log." + (fhir ? "ndjson" : "csv") + '"')
                .build();
    }

    @Override
    public void write(OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        if (!fhir) {
            AuditCsv.logHead(text);
        }
        List<AccessEntry> part = first;
        lines(text, part);
        while (part.size() == AuditTrail.EXPORT_PART) {
            text.flush();
            part = door.apply(AuditMark.behind(part.getLast()));
            lines(text, part);
        }
        text.flush();
    }

    private void lines(Writer text, List<AccessEntry> part) throws IOException {
        if (!fhir) {
            AuditCsv.log(text, part);
            return;
        }
        for (AccessEntry entry : part) {
            text.append(AuditEventForm.of(entry, house).toString()).append('\n');
        }
    }
}
