package health.chiron.rest.audit;

import health.chiron.access.api.AccessEntry;
import health.chiron.access.api.AuditCsv;
import health.chiron.access.api.AuditMark;
import health.chiron.access.api.AuditTrail;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
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

    private final Function<AuditMark, List<AccessEntry>> door;
    private final List<AccessEntry> first;

    private LogExport(Function<AuditMark, List<AccessEntry>> door) {
        this.door = door;
        this.first = door.apply(null);
    }

    /** The answer that carries it. */
    public static Response answer(Function<AuditMark, List<AccessEntry>> door) {
        return Response.ok(new LogExport(door), CSV + ";charset=utf-8;header=present")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"access-log.csv\"")
                .build();
    }

    @Override
    public void write(OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        AuditCsv.logHead(text);
        List<AccessEntry> part = first;
        AuditCsv.log(text, part);
        while (part.size() == AuditTrail.EXPORT_PART) {
            text.flush();
            part = door.apply(AuditMark.behind(part.getLast()));
            AuditCsv.log(text, part);
        }
        text.flush();
    }
}
