package health.chiron.portal.audit;

import health.chiron.access.api.OversightView;
import health.chiron.portal.page.Formats;
import health.chiron.portal.page.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.function.ToLongFunction;

/** The log from above, in words and as a chart. */
@Named
@RequestScoped
public class OversightWords {
    /** Readable on light and dark ground: the chart is drawn, and knows no stylesheet. */
    private static final String INK = "#77887f";

    private Words words;
    private Formats formats;

    /** For the container. */
    protected OversightWords() {}

    /**
     * @param words the texts
     * @param formats how days are written
     */
    @Inject
    public OversightWords(Words words, Formats formats) {
        this.words = words;
        this.formats = formats;
    }

    /** Why a finding is one, in words. */
    public String reason(OversightView.Finding finding) {
        String key = "above.why." + finding.kind().name();
        return finding.usual() == null || finding.usual() == 0
                ? words.text(key + (finding.kind() == OversightView.Kind.MANY_PATIENTS ? ".new" : ""), finding.count())
                : words.text(key, finding.count(), finding.usual());
    }

    /** Accesses a day, stacked by outcome, as the chart wants it. */
    public String days(List<OversightView.Day> shown) {
        JsonArrayBuilder labels = Json.createArrayBuilder();
        shown.forEach(day -> labels.add(formats.date(day.day())));
        JsonArrayBuilder sets = Json.createArrayBuilder()
                .add(set(shown, "PERMITTED", "#2f8f78", OversightView.Day::permitted))
                .add(set(shown, "DENIED", "#c9453b", OversightView.Day::denied))
                .add(set(shown, "FAILED", "#c98a1b", OversightView.Day::failed));
        JsonObjectBuilder stacked = Json.createObjectBuilder()
                .add("stacked", true)
                .add("ticks", Json.createObjectBuilder().add("color", INK));
        return Json.createObjectBuilder()
                .add("type", "bar")
                .add("data", Json.createObjectBuilder().add("labels", labels).add("datasets", sets))
                .add(
                        "options",
                        Json.createObjectBuilder()
                                .add("maintainAspectRatio", false)
                                .add("color", INK)
                                .add("animation", false)
                                .add(
                                        "scales",
                                        Json.createObjectBuilder()
                                                .add("x", stacked)
                                                .add(
                                                        "y",
                                                        Json.createObjectBuilder()
                                                                .add("stacked", true)
                                                                .add("beginAtZero", true)
                                                                .add(
                                                                        "ticks",
                                                                        Json.createObjectBuilder()
                                                                                .add("precision", 0)
                                                                                .add("color", INK)))))
                .build()
                .toString();
    }

    private JsonObjectBuilder set(
            List<OversightView.Day> shown, String outcome, String colour, ToLongFunction<OversightView.Day> of) {
        JsonArrayBuilder data = Json.createArrayBuilder();
        shown.forEach(day -> data.add(of.applyAsLong(day)));
        return Json.createObjectBuilder()
                .add("label", words.code("Outcome", outcome))
                .add("backgroundColor", colour)
                .add("data", data);
    }
}
