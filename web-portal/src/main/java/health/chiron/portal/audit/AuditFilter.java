package health.chiron.portal.audit;

import health.chiron.access.api.Action;
import health.chiron.access.api.AuditQuery;
import health.chiron.access.api.Category;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.Channel;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.GrantId;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is looked for in the log and in which order, as the address says it: ids, days and words of the system, never a name. Pages and
 * exports read it alike.
 */
@Named
@RequestScoped
public class AuditFilter {
    private static final List<String> PARTS = List.of(
            "patient",
            "account",
            "clinic",
            "grant",
            "action",
            "category",
            "outcome",
            "relationship",
            "channel",
            "request",
            "address",
            "from",
            "until",
            "fromTime",
            "untilTime");
    private static final List<String> FURTHER =
            List.of("account", "clinic", "grant", "relationship", "channel", "patient", "request", "address");
    /** By what right somebody is in the log. */
    private static final List<String> RELATIONSHIPS = List.of(
            "OWNER",
            "SHARE_FULL",
            "SHARE_EDIT",
            "SHARE_VIEW",
            "FAMILY_SHARE",
            "INVITED",
            "GRANT",
            "EMERGENCY",
            "REQUEST",
            "REGISTRATION",
            "AUTHORSHIP",
            "IMPORT",
            "MEMBER",
            "ROLE");

    private static final int LONGEST = 64;

    private final Map<String, String> values = new LinkedHashMap<>();
    private AuditQuery.Sort sort = AuditQuery.Sort.TIME;
    private boolean ascending;
    private int page = 1;

    /** For the container. */
    protected AuditFilter() {}

    /** @param request whose address is read */
    @Inject
    public AuditFilter(HttpServletRequest request) {
        for (String part : PARTS) {
            String value = request.getParameter(part);
            if (value != null && !value.isBlank() && value.strip().length() <= LONGEST) {
                values.put(part, value.strip());
            }
        }
        String by = request.getParameter("sort");
        if (by != null) {
            sort = Arrays.stream(AuditQuery.Sort.values())
                    .filter(one -> one.name().equalsIgnoreCase(by))
                    .findFirst()
                    .orElse(AuditQuery.Sort.TIME);
        }
        ascending = "asc".equals(request.getParameter("order"));
        String number = request.getParameter("page");
        page = number != null && number.matches("[0-9]{1,5}") ? Math.max(1, Integer.parseInt(number)) : 1;
    }

    /**
     * The query; whole days of the reader's zone.
     *
     * @throws Refusal naming the part that is no id, day or word
     */
    public AuditQuery query(ZoneId zone) {
        return new AuditQuery(
                value("patient", PatientId::of),
                value("account", AccountId::of),
                value("clinic", ClinicId::of),
                value("grant", GrantId::of),
                value("action", Action::valueOf),
                value("category", Category::valueOf),
                value("outcome", Function.identity()),
                value("relationship", Function.identity()),
                value("channel", Channel::valueOf),
                value("request", Function.identity()),
                value("address", Function.identity()),
                start(zone),
                end(zone),
                sort,
                ascending);
    }

    private Instant start(ZoneId zone) {
        Instant exact = value("fromTime", Instant::parse);
        LocalDate day = value("from", LocalDate::parse);
        return exact != null
                ? exact
                : day == null ? null : day.atTime(LocalTime.MIN).atZone(zone).toInstant();
    }

    private Instant end(ZoneId zone) {
        Instant exact = value("untilTime", Instant::parse);
        LocalDate day = value("until", LocalDate::parse);
        return exact != null
                ? exact
                : day == null ? null : day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    private <T> T value(String part, Function<String, T> reader) {
        String text = values.get(part);
        if (text == null) {
            return null;
        }
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Refusal.invalid(part, "format", "The value does not have the required form.");
        }
    }

    /** A part of the filter, as it was given. */
    public String get(String part) {
        return values.getOrDefault(part, "");
    }

    /** Whether a choice is the one that was made. */
    public boolean chose(String part, Enum<?> choice) {
        return choice.name().equals(values.get(part));
    }

    /** Whether anything narrows the log. */
    public boolean isNarrow() {
        return !values.isEmpty();
    }

    /** The parts that only an address brings, from a link to one line: they are kept when the form is sent. */
    public List<String> getHidden() {
        return List.of("fromTime", "untilTime").stream()
                .filter(values::containsKey)
                .toList();
    }

    /** Whether one of the further filters is used, so that the form shows them. */
    public boolean isFurther() {
        return FURTHER.stream().anyMatch(values::containsKey);
    }

    /** The address of the page that finds a person or a clinic for a log, and comes back with the rest of the filter. */
    public String narrow(String log, String without) {
        String rest = values.entrySet().stream()
                .filter(part -> !part.getKey().equals(without))
                .map(AuditFilter::part)
                .collect(Collectors.joining());
        return "/narrow?log=" + log + "&kept=" + URLEncoder.encode("?" + rest, StandardCharsets.UTF_8);
    }

    /** The parts that the patient's page has no field for, from a link or the days above: they are kept when its form is sent. */
    public List<String> getKeptByReads() {
        return List.of("account", "grant", "from", "until", "fromTime", "untilTime").stream()
                .filter(values::containsKey)
                .toList();
    }

    /** The page's number. */
    public Integer getPage() {
        return page;
    }

    /** The filter and order as the part of an address before the page's number. */
    public String getAddress() {
        return "?" + all(sort.name(), ascending) + "page=";
    }

    /** The filter as the part of an address, for an export. */
    public String getExport() {
        return "?" + parts();
    }

    /** The address that sorts by a column, or the other way round when it is sorted by it already. */
    public String sortBy(String column) {
        boolean same = sort.name().equals(column);
        boolean up = same ? !ascending : !column.equals("TIME");
        return "?" + all(column, up);
    }

    /** How a column is sorted, in the words of ARIA. */
    public String sorted(String column) {
        return sort.name().equals(column) ? ascending ? "ascending" : "descending" : "none";
    }

    private String all(String by, boolean up) {
        boolean usual = by.equals("TIME") && !up;
        return parts() + (usual ? "" : "sort=" + by.toLowerCase(Locale.ROOT) + "&" + (up ? "order=asc&" : ""));
    }

    private String parts() {
        return values.entrySet().stream().map(AuditFilter::part).collect(Collectors.joining());
    }

    private static String part(Map.Entry<String, String> part) {
        return part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8) + "&";
    }

    /** The actions to choose from. */
    public Action[] getActions() {
        return Action.values();
    }

    /** The categories to choose from. */
    public Category[] getCategories() {
        return Category.values();
    }

    /** The channels to choose from. */
    public Channel[] getChannels() {
        return Channel.values();
    }

    /** The rights to choose from. */
    public List<String> getRelationships() {
        return RELATIONSHIPS;
    }

    /** The outcomes to choose from. */
    public List<String> getOutcomes() {
        return List.of("PERMITTED", "DENIED", "FAILED");
    }
}
