package health.chiron.access.internal.clinics;

import health.chiron.access.api.Action;
import health.chiron.access.api.CallBudget;
import health.chiron.access.api.Category;
import health.chiron.access.api.CurrentActor;
import health.chiron.access.api.Permit;
import health.chiron.access.api.Pharmacies;
import health.chiron.access.api.PharmacyData;
import health.chiron.access.api.PharmacyQuery;
import health.chiron.access.api.PharmacyView;
import health.chiron.access.api.Sql;
import health.chiron.access.api.SqlFailure;
import health.chiron.domain.access.Pharmacy;
import health.chiron.domain.access.PharmacyId;
import health.chiron.domain.shared.Page;
import health.chiron.domain.shared.PageRequest;
import health.chiron.domain.shared.Refusal;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The shared directory of pharmacies. */
@Stateless
public class PharmaciesDoor implements Pharmacies {
    @PersistenceContext(unitName = "chiron")
    private EntityManager entities;

    @Inject
    private Sql sql;

    @Inject
    private CallBudget budget;

    @Inject
    private CurrentActor current;

    @Inject
    private Clock clock;

    @Override
    @Permit(value = Action.READ, on = Category.DIRECTORY)
    public Page<PharmacyView> search(PharmacyQuery query, PageRequest page) {
        budget.search();
        String name = Sql.containing(query.name());
        String zip = Sql.beginning(query.zipCode());
        String city = query.city() == null || query.city().isBlank()
                ? null
                : query.city().strip().toLowerCase(Locale.ROOT);
        List<PharmacyView> found = sql.list(
                """
                SELECT * FROM access.pharmacy
                 WHERE (?::text IS NULL OR lower(name) LIKE ? OR lower(brand) LIKE ?) AND (?::text IS NULL OR lower(city) = ?)
                   AND (?::text IS NULL OR lower(zip_code) LIKE ?) AND (?::boolean IS NULL OR twenty_four_hour = ?)
                   AND (?::boolean IS NULL OR drive_through = ?) AND (?::boolean IS NULL OR active = ?)
                 ORDER BY lower(name), id LIMIT ? OFFSET ?""",
                PharmaciesDoor::view,
                name,
                name,
                name,
                city,
                city,
                zip,
                zip,
                query.twentyFourHour(),
                query.twentyFourHour(),
                query.driveThrough(),
                query.driveThrough(),
                query.active(),
                query.active(),
                page.limit(),
                page.offset());
        long total = sql.count(
                """
                SELECT count(*) FROM access.pharmacy
                 WHERE (?::text IS NULL OR lower(name) LIKE ? OR lower(brand) LIKE ?) AND (?::text IS NULL OR lower(city) = ?)
                   AND (?::text IS NULL OR lower(zip_code) LIKE ?) AND (?::boolean IS NULL OR twenty_four_hour = ?)
                   AND (?::boolean IS NULL OR drive_through = ?) AND (?::boolean IS NULL OR active = ?)""",
                name,
                name,
                name,
                city,
                city,
                zip,
                zip,
                query.twentyFourHour(),
                query.twentyFourHour(),
                query.driveThrough(),
                query.driveThrough(),
                query.active(),
                query.active());
        return new Page<>(found, total, page.offset(), page.limit());
    }

    @Override
    @Permit(value = Action.READ, on = Category.DIRECTORY)
    public PharmacyView get(PharmacyId pharmacy) {
        return view(pharmacy);
    }

    @Override
    @Permit(value = Action.CREATE, on = Category.DIRECTORY)
    public PharmacyView add(PharmacyData data) {
        Pharmacy made = Pharmacy.enter(entry(data), current.get().account(), clock.instant());
        entities.persist(made);
        flush();
        return view(made.id());
    }

    @Override
    @Permit(value = Action.UPDATE, on = Category.DIRECTORY)
    public PharmacyView change(PharmacyId pharmacy, long version, PharmacyData data) {
        Optional.ofNullable(entities.find(Pharmacy.class, pharmacy.value()))
                .orElseThrow(Refusal::notFound)
                .change(version, entry(data), current.get().account(), clock.instant());
        flush();
        return view(pharmacy);
    }

    private PharmacyView view(PharmacyId id) {
        return sql.first("SELECT * FROM access.pharmacy WHERE id = ?", PharmaciesDoor::view, id)
                .orElseThrow(Refusal::notFound);
    }

    private static PharmacyView view(Sql.Row row) throws SQLException {
        return new PharmacyView(
                new PharmacyId(row.id("id")),
                row.text("name"),
                row.text("brand"),
                row.text("street_address"),
                row.text("city"),
                row.text("state"),
                row.text("zip_code"),
                row.text("country"),
                row.text("store_number"),
                row.text("phone_number"),
                row.text("fax_number"),
                row.text("email"),
                row.text("website"),
                row.text("hours"),
                row.yes("drive_through"),
                row.yes("twenty_four_hour"),
                row.text("specialty_services"),
                row.yes("active"),
                row.instant("created_at"),
                row.instant("updated_at"),
                row.number("version"));
    }

    private static Pharmacy.Entry entry(PharmacyData data) {
        return new Pharmacy.Entry(
                data.name(),
                data.brand(),
                data.storeNumber(),
                new Pharmacy.Place(data.streetAddress(), data.city(), data.state(), data.zipCode(), data.country()),
                new Pharmacy.Contact(data.phoneNumber(), data.faxNumber(), data.email(), data.website()),
                new Pharmacy.Offer(
                        data.hours(),
                        Boolean.TRUE.equals(data.driveThrough()),
                        Boolean.TRUE.equals(data.twentyFourHour()),
                        data.specialtyServices()),
                data.active() == null || data.active());
    }

    private void flush() {
        try {
            entities.flush();
        } catch (OptimisticLockException e) {
            throw Refusal.stale();
        } catch (PersistenceException e) {
            if (SqlFailure.constraintIn(e).filter("pharmacy_store_once"::equals).isPresent()) {
                throw Refusal.conflict(
                        "pharmacy/store-taken", "storeNumber", "This branch of the chain is in the directory already.");
            }
            throw e;
        }
    }
}
