package health.chiron.access.internal.audit;

import health.chiron.access.api.Action;
import health.chiron.access.api.Category;
import health.chiron.access.api.DisclosureAccount;
import health.chiron.access.api.DisclosurePaper;
import health.chiron.access.api.DisclosurePeriod;
import health.chiron.access.api.DisclosureQuery;
import health.chiron.access.api.Disclosures;
import health.chiron.access.api.Permit;
import health.chiron.access.api.Sql;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.access.GrantId;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Refusal;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** Makes accounts of disclosures out of the log. */
@Stateless
public class DisclosuresDoor implements Disclosures {
    @Inject
    private Sql sql;

    @Inject
    private PaperMill papers;

    @Inject
    private Clock clock;

    @Override
    @Permit(value = Action.READ, on = Category.AUDIT)
    public DisclosureAccount ofPatient(PatientId patient, DisclosurePeriod period) {
        return account(patient, period, MOST);
    }

    @Override
    @Permit(value = Action.EXPORT, on = Category.AUDIT)
    public DisclosureAccount exportOfPatient(PatientId patient, DisclosurePeriod period) {
        return account(patient, period, MOST);
    }

    @Override
    @Permit(value = Action.EXPORT, on = Category.AUDIT)
    public byte[] paperOfPatient(PatientId patient, DisclosurePeriod period, String language, ZoneId zone) {
        return papers.disclosures(account(patient, period, MOST_ON_PAPER), language, zone);
    }

    @Override
    @Permit(value = Action.READ, on = Category.AUDIT)
    public DisclosureAccount ofAnybody(DisclosureQuery query) {
        return account(query.patientId(), query.period(), MOST);
    }

    @Override
    @Permit(value = Action.EXPORT, on = Category.AUDIT)
    public DisclosureAccount exportOfAnybody(DisclosureQuery query) {
        return account(query.patientId(), query.period(), MOST);
    }

    @Override
    @Permit(value = Action.EXPORT, on = Category.AUDIT)
    public DisclosurePaper paperOfAnybody(DisclosureQuery query, String language, ZoneId zone) {
        return new DisclosurePaper(
                query.patientId(),
                papers.disclosures(account(query.patientId(), query.period(), MOST_ON_PAPER), language, zone));
    }

    private DisclosureAccount account(PatientId patient, DisclosurePeriod period, int most) {
        if (period.from() != null && period.until() != null && period.from().isAfter(period.until())) {
            throw Refusal.invalid("until", "out_of_range", "The end must not be before the start.");
        }
        Instant now = clock.instant();
        Instant from = period.from() == null ? Instant.EPOCH : period.from();
        Instant until = period.until() == null ? now : period.until();
        List<DisclosureAccount.Disclosure> lines = sql.list("""
                SELECT e.occurred_at, a.full_name, e.account_kind, c.name AS clinic_name, c.address AS clinic_address, e.action, e.category,
                       e.record_id, e.purpose, e.relationship, e.rule, e.grant_id
                  FROM audit.event e
                  LEFT JOIN access.account a ON a.id = e.account_id LEFT JOIN access.clinic c ON c.id = e.clinic_id
                 WHERE e.patient_id = ? AND e.outcome = 'PERMITTED' AND coalesce(e.relationship, '') <> 'OWNER'
                   AND e.occurred_at >= ? AND e.occurred_at < ?
                 ORDER BY e.occurred_at, e.id LIMIT ?""", DisclosuresDoor::line, patient, from, until, most + 1);
        if (lines.size() > most) {
            throw Refusal.invalid(
                    "from",
                    "too_many",
                    "This form of the account holds at most " + most + " entries: choose a shorter period.");
        }
        String name = sql.first(
                        "SELECT concat_ws(' ', given_name, family_name) AS name FROM records.patient WHERE id = ?",
                        row -> row.text("name"),
                        patient)
                .orElse(null);
        return new DisclosureAccount(patient, name, period.from(), until, now, lines);
    }

    private static DisclosureAccount.Disclosure line(Sql.Row row) throws SQLException {
        UUID grant = row.id("grant_id");
        String kind = row.text("account_kind");
        return new DisclosureAccount.Disclosure(
                row.instant("occurred_at"),
                row.text("full_name"),
                "UNKNOWN".equals(kind) ? null : AccountKind.valueOf(kind),
                row.text("clinic_name"),
                row.text("clinic_address"),
                row.word(Action.class, "action"),
                row.word(Category.class, "category"),
                row.id("record_id"),
                row.text("purpose"),
                row.text("relationship"),
                row.text("rule"),
                grant == null ? null : new GrantId(grant));
    }
}
