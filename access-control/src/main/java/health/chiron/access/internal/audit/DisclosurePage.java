package health.chiron.access.internal.audit;

import health.chiron.access.api.DisclosureAccount;
import java.text.MessageFormat;
import java.time.Instant;
import java.util.ResourceBundle;
import java.util.StringJoiner;

/** The text of an account of disclosures, as XHTML. Every value is escaped here; there is no other way for one to get in. */
final class DisclosurePage {
    private static final String STYLE = """
            @page { size: A4 landscape; margin: 16mm 14mm 18mm 14mm;
              @bottom-right { content: counter(page) " / " counter(pages); font: 8pt 'paper'; color: #555555; } }
            body { font: 8.5pt 'paper'; color: #1a1d21; }
            h1 { font-size: 15pt; margin: 0 0 2mm 0; }
            p { margin: 0 0 1.5mm 0; }
            .facts { margin-bottom: 5mm; color: #33383e; }
            table { width: 100%; border-collapse: collapse; -fs-table-paginate: paginate; table-layout: fixed; }
            th, td { text-align: left; vertical-align: top; padding: 1.6mm 2mm; border-bottom: 0.3mm solid #c9ced4; word-wrap: break-word; }
            th { font-weight: 700; border-bottom: 0.5mm solid #33383e; }
            tr { page-break-inside: avoid; }
            .when { width: 15%; } .whom { width: 27%; } .what { width: 26%; } .why { width: 32%; }
            .sub { color: #555555; font-size: 7.5pt; }
            """;

    private final DisclosureAccount account;
    private final ResourceBundle words;
    private final PaperMill.Times times;
    private final StringBuilder page = new StringBuilder();

    DisclosurePage(DisclosureAccount account, ResourceBundle words, PaperMill.Times times) {
        this.account = account;
        this.words = words;
        this.times = times;
    }

    String text() {
        String title = words.getString("disclosures.title");
        page.append("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"")
                .append(escaped(times.locale().toLanguageTag()))
                .append("\"><head><title>")
                .append(escaped(title))
                .append("</title><meta name=\"subject\" content=\"")
                .append(escaped(title))
                .append("\"/><meta name=\"description\" content=\"")
                .append(escaped(title))
                .append("\"/><style>")
                .append(STYLE)
                .append("</style></head><body><h1>")
                .append(escaped(title))
                .append("</h1>");
        facts();
        if (account.disclosures().isEmpty()) {
            paragraph(words.getString("disclosures.none"));
        } else {
            table();
        }
        return page.append("</body></html>").toString();
    }

    private void facts() {
        page.append("<div class=\"facts\">");
        String id = account.patientId().toString();
        paragraph(filled(
                "disclosures.patient", account.patientName() == null ? id : account.patientName() + " (" + id + ")"));
        paragraph(
                account.from() == null
                        ? filled("disclosures.until", time(account.until()))
                        : filled("disclosures.period", time(account.from()), time(account.until())));
        paragraph(filled(
                "disclosures.made",
                time(account.madeAt()),
                times.zone().getId(),
                account.disclosures().size()));
        paragraph(words.getString("disclosures.leftOut"));
        page.append("</div>");
    }

    private void table() {
        page.append("<table><thead><tr>");
        for (String column : new String[] {"when", "whom", "what", "why"}) {
            page.append("<th scope=\"col\" class=\"")
                    .append(column)
                    .append("\">")
                    .append(escaped(words.getString("disclosures." + column)))
                    .append("</th>");
        }
        page.append("</tr></thead><tbody>");
        account.disclosures().forEach(this::line);
        page.append("</tbody></table>");
    }

    private void line(DisclosureAccount.Disclosure line) {
        page.append("<tr>");
        cell(time(line.at()), null);
        cell(
                line.recipient() == null ? words.getString("disclosures.unknown") : line.recipient(),
                joined(
                        ", ",
                        line.role() == null ? null : word("kind." + line.role().name()),
                        line.clinicName(),
                        line.clinicAddress()));
        cell(
                word("action." + line.action().name()) + ": "
                        + word("category." + line.category().name()),
                line.recordId() == null ? null : line.recordId().toString());
        cell(
                joined(
                        " · ",
                        line.relationship() == null ? null : word("relationship." + line.relationship()),
                        line.purpose()),
                joined(
                        " · ",
                        line.rule(),
                        line.grantId() == null ? null : line.grantId().toString()));
        page.append("</tr>");
    }

    private void cell(String text, String sub) {
        page.append("<td>").append(escaped(text));
        if (sub != null && !sub.isEmpty()) {
            page.append("<br/><span class=\"sub\">").append(escaped(sub)).append("</span>");
        }
        page.append("</td>");
    }

    private void paragraph(String text) {
        page.append("<p>").append(escaped(text)).append("</p>");
    }

    private String time(Instant at) {
        return times.of(at);
    }

    private String filled(String key, Object... values) {
        return new MessageFormat(words.getString(key), times.locale()).format(values);
    }

    // A relationship that a later version adds has its word in the portal first; here its code stands until then.
    private String word(String key) {
        return words.containsKey(key) ? words.getString(key) : key.substring(key.indexOf('.') + 1);
    }

    private static String joined(String by, String... parts) {
        StringJoiner joined = new StringJoiner(by);
        for (String part : parts) {
            if (part != null && !part.isBlank()) {
                joined.add(part);
            }
        }
        return joined.toString();
    }

    /** The text as it may stand in XHTML; what XML cannot hold becomes a question mark. */
    static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> {
                    boolean allowed = c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
                    out.appendCodePoint(allowed || c == '\t' || c == '\n' || c == '\r' ? c : '?');
                }
            }
        });
        return out.toString();
    }
}
