package health.chiron.portal.audit;

import health.chiron.access.api.Action;
import health.chiron.access.api.AuditQuery;
import health.chiron.domain.records.PatientId;
import health.chiron.portal.page.Addressed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** What the auditor looks for, as the address says it: ids, days and words of the system, never a name. */
@Named
@RequestScoped
public class AuditFilter {
    private String patient;
    private Action action;
    private String outcome;
    private LocalDate from;
    private LocalDate until;

    /** The query; whole days of the auditor's zone. */
    public AuditQuery query(ZoneId zone) {
        return new AuditQuery(
                patient == null ? null : Addressed.id(patient, PatientId::of),
                null,
                null,
                action,
                outcome,
                from == null ? null : from.atStartOfDay(zone).toInstant(),
                until == null ? null : until.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** The filter as the part of an address before the page's number. */
    public String getAddress() {
        StringBuilder address = new StringBuilder("?");
        add(address, "patient", patient);
        add(address, "action", action);
        add(address, "outcome", outcome);
        add(address, "from", from);
        add(address, "until", until);
        return address.append("page=").toString();
    }

    private static void add(StringBuilder address, String name, Object value) {
        if (value != null) {
            address.append(name)
                    .append('=')
                    .append(URLEncoder.encode(value.toString(), StandardCharsets.UTF_8))
                    .append('&');
        }
    }

    /** The actions to choose from. */
    public Action[] getActions() {
        return Action.values();
    }

    /** The outcomes to choose from. */
    public List<String> getOutcomes() {
        return List.of("PERMITTED", "DENIED", "FAILED");
    }

    /** The patient. */
    public String getPatient() {
        return patient;
    }

    /** Sets it. */
    public void setPatient(String patient) {
        this.patient = patient;
    }

    /** The action. */
    public Action getAction() {
        return action;
    }

    /** Sets it. */
    public void setAction(Action action) {
        this.action = action;
    }

    /** The outcome. */
    public String getOutcome() {
        return outcome;
    }

    /** Sets it. */
    public void setOutcome(String outcome) {
        this.outcome = outcome;
    }

    /** The first day. */
    public LocalDate getFrom() {
        return from;
    }

    /** Sets it. */
    public void setFrom(LocalDate from) {
        this.from = from;
    }

    /** The last day. */
    public LocalDate getUntil() {
        return until;
    }

    /** Sets it. */
    public void setUntil(LocalDate until) {
        this.until = until;
    }
}
