package health.chiron.access.internal.clinics;

import health.chiron.access.api.Action;
import health.chiron.access.api.CallBudget;
import health.chiron.access.api.Category;
import health.chiron.access.api.ClinicCard;
import health.chiron.access.api.ClinicDirectory;
import health.chiron.access.api.ListedClinic;
import health.chiron.access.api.OpeningInterval;
import health.chiron.access.api.Permit;
import health.chiron.access.api.Sql;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.Clinic;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.shared.Page;
import health.chiron.domain.shared.PageRequest;
import health.chiron.domain.shared.Refusal;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** What everybody may know of clinics. Licence numbers, rights and who else works there stay inside. */
@Stateless
public class ClinicDirectoryDoor implements ClinicDirectory {
    @Inject
    private Sql sql;

    @Inject
    private CallBudget budget;

    @Inject
    private ClinicHours hours;

    @Override
    @Permit(value = Action.READ, on = Category.DIRECTORY)
    public Page<ClinicCard> search(String text, String licenseNumber, Boolean verified, PageRequest page) {
        budget.search();
        String part = Sql.containing(text);
        String licence = licenseNumber == null || licenseNumber.isBlank() ? null : licenseNumber.strip();
        List<ClinicCard> found = sql.list(
                """
                SELECT id, name, address, phone, email, time_zone, operating_hours, services_offered, verified FROM access.clinic
                 WHERE active AND (?::text IS NULL OR lower(name) LIKE ? OR lower(services_offered) LIKE ?)
                   AND (?::text IS NULL OR license_number = ?) AND (?::boolean IS NULL OR verified = ?)
                 ORDER BY lower(name), id LIMIT ? OFFSET ?""",
                ClinicDirectoryDoor::card,
                part,
                part,
                part,
                licence,
                licence,
                verified,
                verified,
                page.limit(),
                page.offset());
        long total = sql.count("""
                SELECT count(*) FROM access.clinic
                 WHERE active AND (?::text IS NULL OR lower(name) LIKE ? OR lower(services_offered) LIKE ?)
                   AND (?::text IS NULL OR license_number = ?) AND (?::boolean IS NULL OR verified = ?)""", part, part, part, licence, licence, verified, verified);
        Map<ClinicId, List<OpeningInterval>> open =
                hours.of(found.stream().map(ClinicCard::id).toList());
        return new Page<>(
                found.stream()
                        .map(card -> with(card, open.getOrDefault(card.id(), List.of()), List.of()))
                        .toList(),
                total,
                page.offset(),
                page.limit());
    }

    @Override
    @Permit(value = Action.READ, on = Category.DIRECTORY)
    public ClinicCard card(ListedClinic clinic) {
        ClinicCard card = sql.first(
                        "SELECT id, name, address, phone, email, time_zone, operating_hours, services_offered, verified FROM access.clinic WHERE active AND id = ?",
                        ClinicDirectoryDoor::card,
                        clinic.id())
                .orElseThrow(Refusal::notFound);
        List<ClinicCard.ListedDoctor> doctors = sql.list(
                """
                SELECT a.id, a.full_name, p.specialization, coalesce(p.verified, false) AS verified
                  FROM access.clinic_member m
                  JOIN access.account a ON a.id = m.account_id AND a.kind = 'DOCTOR' AND a.status = 'ACTIVE'
                  JOIN access.practitioner p ON p.account_id = a.id AND p.active
                 WHERE m.clinic_id = ? AND m.active ORDER BY a.full_name, a.id LIMIT 200""",
                row -> new ClinicCard.ListedDoctor(
                        new AccountId(row.id("id")),
                        row.text("full_name"),
                        row.text("specialization"),
                        row.yes("verified")),
                clinic.id());
        return with(card, hours.of(card.id()), doctors);
    }

    private static ClinicCard card(Sql.Row row) throws SQLException {
        return new ClinicCard(
                new ClinicId(row.id("id")),
                row.text("name"),
                row.text("address"),
                row.text("phone"),
                row.text("email"),
                row.text("time_zone"),
                row.text("operating_hours"),
                List.of(),
                Clinic.services(row.text("services_offered")),
                row.yes("verified"),
                List.of());
    }

    private static ClinicCard with(ClinicCard card, List<OpeningInterval> open, List<ClinicCard.ListedDoctor> doctors) {
        return new ClinicCard(
                card.id(),
                card.clinicName(),
                card.address(),
                card.phone(),
                card.email(),
                card.timeZone(),
                card.operatingHours(),
                open,
                card.servicesOffered(),
                card.verified(),
                doctors);
    }
}
