package health.chiron.portal.clinic;

import health.chiron.access.api.OpeningInterval;
import health.chiron.domain.access.Weekday;
import health.chiron.domain.shared.Fault;
import health.chiron.domain.shared.Refusal;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The opening hours as people type them: one line a day, such as {@code 8-12, 14:00-18:30}; empty when closed. */
public class HoursForm implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Pattern INTERVAL =
            Pattern.compile("([0-9]{1,2})(?:[:.]([0-9]{2}))?\\s*[-\u2013]\\s*([0-9]{1,2})(?:[:.]([0-9]{2}))?");

    private final EnumMap<Weekday, String> texts = new EnumMap<>(Weekday.class);

    /** Shows these. */
    void show(List<OpeningInterval> intervals) {
        Map<Weekday, List<String>> byDay = intervals.stream()
                .collect(Collectors.groupingBy(
                        OpeningInterval::day,
                        Collectors.mapping(each -> each.opens() + "-" + each.closes(), Collectors.toList())));
        byDay.forEach((day, parts) -> texts.put(day, String.join(", ", parts)));
    }

    /**
     * What was typed.
     *
     * @throws Refusal naming each day that cannot be read
     */
    List<OpeningInterval> read() {
        List<OpeningInterval> intervals = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        texts.forEach((day, text) -> {
            if (text != null && !text.isBlank()) {
                for (String part : text.split("[,;]", -1)) {
                    Matcher typed = INTERVAL.matcher(part.strip());
                    if (typed.matches()) {
                        intervals.add(new OpeningInterval(
                                day, time(typed.group(1), typed.group(2)), time(typed.group(3), typed.group(4))));
                    } else {
                        faults.add(new Fault(
                                "hours_" + day.name().toLowerCase(Locale.ROOT), "hours", "Such as 8:00-12:00."));
                        break;
                    }
                }
            }
        });
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        return intervals;
    }

    private static String time(String hour, String minute) {
        return (hour.length() == 1 ? "0" + hour : hour) + ":" + (minute == null ? "00" : minute);
    }

    /** Monday. */
    public String getMonday() {
        return texts.get(Weekday.MONDAY);
    }

    /** Sets it. */
    public void setMonday(String monday) {
        texts.put(Weekday.MONDAY, monday);
    }

    /** Tuesday. */
    public String getTuesday() {
        return texts.get(Weekday.TUESDAY);
    }

    /** Sets it. */
    public void setTuesday(String tuesday) {
        texts.put(Weekday.TUESDAY, tuesday);
    }

    /** Wednesday. */
    public String getWednesday() {
        return texts.get(Weekday.WEDNESDAY);
    }

    /** Sets it. */
    public void setWednesday(String wednesday) {
        texts.put(Weekday.WEDNESDAY, wednesday);
    }

    /** Thursday. */
    public String getThursday() {
        return texts.get(Weekday.THURSDAY);
    }

    /** Sets it. */
    public void setThursday(String thursday) {
        texts.put(Weekday.THURSDAY, thursday);
    }

    /** Friday. */
    public String getFriday() {
        return texts.get(Weekday.FRIDAY);
    }

    /** Sets it. */
    public void setFriday(String friday) {
        texts.put(Weekday.FRIDAY, friday);
    }

    /** Saturday. */
    public String getSaturday() {
        return texts.get(Weekday.SATURDAY);
    }

    /** Sets it. */
    public void setSaturday(String saturday) {
        texts.put(Weekday.SATURDAY, saturday);
    }

    /** Sunday. */
    public String getSunday() {
        return texts.get(Weekday.SUNDAY);
    }

    /** Sets it. */
    public void setSunday(String sunday) {
        texts.put(Weekday.SUNDAY, sunday);
    }
}
