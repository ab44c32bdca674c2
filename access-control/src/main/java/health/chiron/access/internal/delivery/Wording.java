package health.chiron.access.internal.delivery;

import health.chiron.domain.access.Section;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;

/** How letters say sections and times, in the reader's language and zone. */
public final class Wording {
    private final ResourceBundle words;
    private final Locale locale;
    private final String zone;

    /** For a reader. */
    public Wording(String language, String zone) {
        this.locale = Locale.forLanguageTag(language);
        this.zone = zone;
        this.words = ResourceBundle.getBundle(
                "health.chiron.access.internal.delivery.Letters",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** That no doctor is named. */
    public String anyDoctor() {
        return words.getString("doctor.any");
    }

    /** Parts of the chart; none for all. */
    public String sections(Set<Section> sections) {
        return sections.isEmpty()
                ? words.getString("sections.all")
                : sections.stream()
                        .sorted()
                        .map(section -> words.getString("sections." + section.name()))
                        .collect(Collectors.joining(", "));
    }

    /** A time, with its zone. */
    public String moment(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(locale)
                        .withZone(ZoneId.of(zone))
                        .format(at)
                + " (" + zone + ")";
    }
}
