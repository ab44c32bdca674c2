package health.chiron.interop.api;

import health.chiron.access.api.AboutClinic;
import health.chiron.access.api.Limits;
import health.chiron.domain.access.ClinicId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.InputStream;

/**
 * A file to be imported: one FHIR R4 Bundle in JSON.
 *
 * @param clinicId the clinic that brings it in and answers for it; may be left out by somebody with one clinic
 * @param fileName what the sender calls it; noted with the run
 * @param content at most {@link #MOST_BYTES}; read once, closed by the caller. Should be at hand, not still on its way
 *     through the network: a transaction is open while it is read
 */
public record ImportFile(
        ClinicId clinicId,

        @NotBlank @Size(max = ImportFile.NAME) @Pattern(regexp = Limits.LINE)
        String fileName,

        @NotNull InputStream content)
        implements AboutClinic {
    /** The longest file name. */
    public static final int NAME = 200;
    /** The largest file: 64 MB. The largest that Synthea wrote for twenty people, with all bills and four years of history, has 19. */
    public static final long MOST_BYTES = 64L * 1024 * 1024;

    /** Says nothing of the name: Synthea calls files by the patients' names. */
    @Override
    public String toString() {
        return "ImportFile[...]";
    }
}
