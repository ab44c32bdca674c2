package health.chiron.portal.audit;

import health.chiron.access.api.AuditTrail;
import health.chiron.access.api.ClinicDirectory;
import health.chiron.access.api.LoggedPeopleQuery;
import health.chiron.access.api.People;
import health.chiron.access.api.PeopleQuery;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.shared.Page;
import health.chiron.domain.shared.PageRequest;
import health.chiron.portal.page.Attempt;
import health.chiron.portal.page.CurrentUser;
import health.chiron.portal.page.OnlyFor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Finds the person or the clinic that a log is to be narrowed to. Posted, not asked for by address: names must not stand in logs, and the
 * log itself is narrowed by ids.
 */
@Named("narrowing")
@RequestScoped
public class LogNarrowing {
    /** The logs to come back to, and who reads them. */
    private static final Map<String, Set<AccountKind>> LOGS = Map.of(
            "audit", EnumSet.of(AccountKind.AUDITOR),
            "log", EnumSet.of(AccountKind.AUDITOR, AccountKind.PLATFORM_ADMIN),
            "activity", EnumSet.of(AccountKind.CLINIC_ADMIN));

    /** A filter as {@link AuditFilter#getExport()} writes it: it comes back by the form, and goes into links. */
    private static final Pattern FILTER = Pattern.compile("\\?([A-Za-z]{1,20}=[A-Za-z0-9%._*+-]{0,200}&){0,20}");

    private static final PageRequest FIRST = PageRequest.first(50);

    private AuditTrail trail;
    private People people;
    private ClinicDirectory directory;
    private CurrentUser me;
    private Attempt attempt;

    private String log;
    private String kept = "?";
    private String search;
    private String clinicSearch;
    private List<Found> found;
    private boolean more;

    /**
     * Somebody, or a clinic, to narrow the log to.
     *
     * @param part of the filter: {@code account} or {@code clinic}
     * @param detail what tells two of one name apart
     */
    public record Found(String part, String id, String name, String detail) {}

    /** For the container. */
    protected LogNarrowing() {}

    /**
     * @param trail finds people for those who read more than one clinic's log
     * @param people finds them for a clinic's administrator
     * @param directory finds clinics
     * @param me who looks
     * @param attempt shows refusals
     */
    @Inject
    public LogNarrowing(AuditTrail trail, People people, ClinicDirectory directory, CurrentUser me, Attempt attempt) {
        this.trail = trail;
        this.people = people;
        this.directory = directory;
        this.me = me;
        this.attempt = attempt;
    }

    /** Refuses whoever does not read this log. */
    public void load() {
        if (!LOGS.getOrDefault(log, Set.of()).contains(me.getKind()) || isOneClinic() && me.getClinic() == null) {
            throw OnlyFor.notOpen();
        }
    }

    /** Finds people by a part of the name or the sign-in name. */
    public String findPerson() {
        return attempt.to(() -> {
            if (isOneClinic()) {
                show(
                        people.list(me.getClinic(), new PeopleQuery(null, null, null, null, search), FIRST),
                        one -> new Found("account", one.id().toString(), one.fullName(), ""));
            } else {
                show(
                        trail.people(new LoggedPeopleQuery(search), FIRST),
                        one -> new Found("account", one.id().toString(), one.fullName(), one.username()));
            }
            return null;
        });
    }

    /** Finds clinics by a part of the name. */
    public String findClinic() {
        return attempt.to(() -> {
            show(
                    directory.search(clinicSearch, null, null, FIRST),
                    one -> new Found("clinic", one.id().toString(), one.clinicName(), ""));
            return null;
        });
    }

    private <T> void show(Page<T> page, Function<T, Found> row) {
        found = page.items().stream().map(row).toList();
        more = page.total() > found.size();
    }

    /** The log narrowed to one of those found. */
    public String address(Found one) {
        return "/" + log + kept + one.part() + "=" + one.id();
    }

    /** What was found; null before anything was searched for. */
    public List<Found> getFound() {
        return found;
    }

    /** Whether there are more than are shown. */
    public boolean isMore() {
        return more;
    }

    /** Whether the log is that of one clinic, so that there is no clinic to choose. */
    public boolean isOneClinic() {
        return "activity".equals(log);
    }

    /** Which log. */
    public String getLog() {
        return log;
    }

    /** Sets it. */
    public void setLog(String log) {
        this.log = log;
    }

    /** The filter so far. */
    public String getKept() {
        return kept;
    }

    /** Sets it; what is no filter is dropped. */
    public void setKept(String kept) {
        this.kept = kept != null && FILTER.matcher(kept).matches() ? kept : "?";
    }

    /** A part of somebody's name. */
    public String getSearch() {
        return search;
    }

    /** Sets it. */
    public void setSearch(String search) {
        this.search = search;
    }

    /** A part of a clinic's name. */
    public String getClinicSearch() {
        return clinicSearch;
    }

    /** Sets it. */
    public void setClinicSearch(String clinicSearch) {
        this.clinicSearch = clinicSearch;
    }
}
