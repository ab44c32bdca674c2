package health.chiron.rest.audit;

import health.chiron.access.api.AuditCsv;
import health.chiron.access.api.DisclosureAccount;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;

/** An account of disclosures in the form that was asked for. */
public final class DisclosureAnswer {
    /** A paper. */
    public static final String PDF = "application/pdf";

    private static final List<Variant> FORMS = Variant.mediaTypes(
                    MediaType.APPLICATION_JSON_TYPE, MediaType.valueOf(LogExport.CSV), MediaType.valueOf(PDF))
            .build();

    private DisclosureAnswer() {}

    /** Asks the door that belongs to the form: JSON is read, a file is taken away. */
    public static Response of(
            Request request,
            Supplier<DisclosureAccount> read,
            Supplier<DisclosureAccount> taken,
            Supplier<byte[]> paper) {
        Variant form = request.selectVariant(FORMS);
        String type =
                form == null ? MediaType.APPLICATION_JSON : form.getMediaType().toString();
        return switch (type) {
            case PDF -> file(paper.get(), PDF, "disclosures.pdf");
            case LogExport.CSV ->
                file(csv(taken.get()), LogExport.CSV + ";charset=utf-8;header=present", "disclosures.csv");
            default -> Response.ok(read.get(), MediaType.APPLICATION_JSON).build();
        };
    }

    private static Response file(Object content, String type, String name) {
        return Response.ok(content, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + '"')
                .build();
    }

    private static String csv(DisclosureAccount account) {
        try {
            StringBuilder text = new StringBuilder();
            AuditCsv.disclosures(text, account);
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
