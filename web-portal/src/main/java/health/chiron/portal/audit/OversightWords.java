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
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** The log from above, in words and as a chart. */
@Named
@RequestScoped
public class OversightWords {
    /** Readable on light and dark ground: the chart is drawn, and knows no stylesheet. */
    private static final String INK = "#77887f";

    private static final Map<OversightView.Kind, String> COLOURS = new EnumMap<>(Map.of(
            OversightView.Kind.EMERGENCY, "#c9453b",
            OversightView.Kind.MANY_PATIENTS, "#8a63b8",
            OversightView.Kind.REFUSALS, "#c98a1b",
            OversightView.Kind.OUTSIDE_HOURS, "#3f7fb5",
            OversightView.Kind.EXPORTS, "#2f8f78"));

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
        return bars(
                shown.stream().map(OversightView.Day::day).toList(),
                Json.createArrayBuilder()
                        .add(set(shown, words.code("Outcome", "PERMITTED"), "#2f8f78", OversightView.Day::permitted))
                        .add(set(shown, words.code("Outcome", "DENIED"), "#c9453b", OversightView.Day::denied))
                        .add(set(shown, words.code("Outcome", "FAILED"), "#c98a1b", OversightView.Day::failed)));
    }

    /**
     * What was unlike the usual, a day, stacked by kind; on the same days as the accesses, so that one chart stands under the other.
     *
     * @param days all days shown
     * @param unusual those on which something was
     */
    public String unusual(List<OversightView.Day> days, List<FromAbove.UnusualDay> unusual) {
        Map<LocalDate, FromAbove.UnusualDay> byDay =
                unusual.stream().collect(Collectors.toMap(FromAbove.UnusualDay::day, Function.identity()));
        JsonArrayBuilder sets = Json.createArrayBuilder();
        COLOURS.forEach((kind, colour) -> sets.add(set(days, words.of(kind), colour, day -> {
            FromAbove.UnusualDay found = byDay.get(day.day());
            return found == null ? 0 : found.of(kind);
        })));
        return bars(days.stream().map(OversightView.Day::day).toList(), sets);
    }

    private String bars(List<LocalDate> days, JsonArrayBuilder sets) {
        JsonArrayBuilder labels = Json.createArrayBuilder();
        days.forEach(day -> labels.add(formats.date(day)));
        JsonObjectBuilder x = Json.createObjectBuilder()
                .add("stacked", true)
                .add("ticks", Json.createObjectBuilder().add("color", INK));
        JsonObjectBuilder y = Json.createObjectBuilder()
                .add("stacked", true)
                .add("beginAtZero", true)
                .add("ticks", Json.createObjectBuilder().add("precision", 0).add("color", INK));
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
                                        Json.createObjectBuilder().add("x", x).add("y", y)))
                .build()
                .toString();
    }

    private static JsonObjectBuilder set(
            List<OversightView.Day> shown, String label, String colour, ToLongFunction<OversightView.Day> of) {
        JsonArrayBuilder data = Json.createArrayBuilder();
        shown.forEach(day -> data.add(of.applyAsLong(day)));
        return Json.createObjectBuilder()
                .add("label", label)
                .add("backgroundColor", colour)
                .add("data", data);
    }
}
