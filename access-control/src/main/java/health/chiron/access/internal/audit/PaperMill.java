package health.chiron.access.internal.audit;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import health.chiron.access.api.DisclosureAccount;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Makes papers as tagged PDF (PDF/UA), with the fonts inside. The text of a paper is written here, every value escaped, and nothing
 * outside is ever fetched for it.
 */
@ApplicationScoped
class PaperMill {
    private byte[] regular;
    private byte[] bold;

    @PostConstruct
    void load() {
        XRLog.setLoggingEnabled(false); // it would log the text of pages
        regular = font("DejaVuSans.ttf");
        bold = font("DejaVuSans-Bold.ttf");
    }

    private static byte[] font(String name) {
        try (InputStream in = PaperMill.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("a font is missing: " + name, e);
        }
    }

    /** An account of disclosures in this language, its times in this zone. */
    byte[] disclosures(DisclosureAccount account, String language, ZoneId zone) {
        Locale locale = Locale.forLanguageTag(language);
        ResourceBundle words = ResourceBundle.getBundle(
                "health.chiron.access.internal.audit.Papers",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return pdf(new DisclosurePage(account, words, new Times(locale, zone)).text());
    }

    /** Times as the reader of a paper writes them. */
    record Times(Locale locale, ZoneId zone) {
        String of(Instant at) {
            return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                    .withLocale(locale)
                    .withZone(zone)
                    .format(at);
        }
    }

    private byte[] pdf(String page) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.useExternalResourceAccessControl(
                (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useExternalResourceAccessControl(
                (uri, type) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
        builder.useFont(stream(regular), "paper", 400, FontStyle.NORMAL, true);
        builder.useFont(stream(bold), "paper", 700, FontStyle.NORMAL, true);
        builder.withHtmlContent(page, null);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        builder.toStream(out);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException("a paper could not be made", e);
        }
        return out.toByteArray();
    }

    private static FSSupplier<InputStream> stream(byte[] font) {
        return () -> new ByteArrayInputStream(font);
    }
}
