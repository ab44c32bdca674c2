package health.chiron.access.internal.clinics;

import health.chiron.access.api.Action;
import health.chiron.access.api.CallBudget;
import health.chiron.access.api.Category;
import health.chiron.access.api.CurrentActor;
import health.chiron.access.api.Permit;
import health.chiron.access.api.PractitionerData;
import health.chiron.access.api.PractitionerQuery;
import health.chiron.access.api.PractitionerView;
import health.chiron.access.api.Practitioners;
import health.chiron.access.api.Sql;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.Practitioner;
import health.chiron.domain.access.PractitionerId;
import health.chiron.domain.shared.Page;
import health.chiron.domain.shared.PageRequest;
import health.chiron.domain.shared.Refusal;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The shared directory of practitioners. */
@Stateless
public class PractitionersDoor implements Practitioners {
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
    public Page<PractitionerView> search(PractitionerQuery query, PageRequest page) {
        budget.search();
        String name = Sql.containing(query.name());
        String specialty = Sql.containing(query.specialty());
        String practice = Sql.containing(query.practice());
        List<PractitionerView> found = sql.list(
                """
                SELECT p.id, p.name, p.specialization, coalesce(p.practice, w.clinics) AS practice, p.phone_number, p.website, p.rating, p.account_id,
                       p.source_id IS NOT NULL AS imported, p.active, p.version
                  FROM access.practitioner p
                  LEFT JOIN LATERAL (SELECT string_agg(c.name, ', ' ORDER BY c.name) AS clinics
                                       FROM access.clinic_member m JOIN access.clinic c ON c.id = m.clinic_id AND c.active
                                      WHERE m.account_id = p.account_id AND m.active) w ON true
                 WHERE p.merged_into IS NULL AND (?::text IS NULL OR lower(p.name) LIKE ?)
                   AND (?::text IS NULL OR lower(p.specialization) LIKE ?)
                   AND (?::text IS NULL OR lower(coalesce(p.practice, w.clinics)) LIKE ?) AND (?::boolean IS NULL OR p.active = ?)
                 ORDER BY lower(p.name), p.id LIMIT ? OFFSET ?""",
                PractitionersDoor::view,
                name,
                name,
                specialty,
                specialty,
                practice,
                practice,
                query.active(),
                query.active(),
                page.limit(),
                page.offset());
        long total =
                sql.count("""
                SELECT count(*) FROM access.practitioner p
                 WHERE p.merged_into IS NULL AND (?::text IS NULL OR lower(p.name) LIKE ?)
                   AND (?::text IS NULL OR lower(p.specialization) LIKE ?)
                   AND (?::text IS NULL OR lower(coalesce(p.practice,
                         (SELECT string_agg(c.name, ', ' ORDER BY c.name) FROM access.clinic_member m JOIN access.clinic c ON c.id = m.clinic_id AND c.active
                           WHERE m.account_id = p.account_id AND m.active))) LIKE ?)
                   AND (?::boolean IS NULL OR p.active = ?)""", name, name, specialty, specialty, practice, practice, query.active(), query.active());
        return new Page<>(found, total, page.offset(), page.limit());
    }

    @Override
    @Permit(value = Action.READ, on = Category.DIRECTORY)
    public PractitionerView get(PractitionerId practitioner) {
        return view(practitioner);
    }

    @Override
    @Permit(value = Action.CREATE, on = Category.DIRECTORY)
    public PractitionerView add(PractitionerData data) {
        Practitioner made = Practitioner.enter(entry(data), current.get().account(), clock.instant());
        entities.persist(made);
        entities.flush();
        return view(made.id());
    }

    @Override
    @Permit(value = Action.UPDATE, on = Category.DIRECTORY)
    public PractitionerView change(PractitionerId practitioner, long version, PractitionerData data) {
        find(practitioner, LockModeType.NONE)
                .change(version, entry(data), current.get().account(), clock.instant());
        flush();
        return view(practitioner);
    }

    @Override
    @Permit(value = Action.MERGE, on = Category.DIRECTORY)
    public PractitionerView merge(PractitionerId kept, PractitionerId duplicate) {
        // Both rows are locked in one order, so that two who merge the same pair the other way round queue.
        Stream.of(kept, duplicate)
                .distinct()
                .sorted((one, other) -> one.value().compareTo(other.value()))
                .forEach(id -> find(id, LockModeType.PESSIMISTIC_WRITE));
        find(kept, LockModeType.NONE)
                .takeIn(find(duplicate, LockModeType.NONE), current.get().account(), clock.instant());
        flush();
        // What had been merged into the one that goes now leads straight to the one that is kept.
        sql.update("UPDATE access.practitioner SET merged_into = ? WHERE merged_into = ?", kept, duplicate);
        return view(kept);
    }

    private Practitioner find(PractitionerId id, LockModeType lock) {
        return Optional.ofNullable(entities.find(Practitioner.class, id.value(), lock))
                .orElseThrow(Refusal::notFound);
    }

    private PractitionerView view(PractitionerId id) {
        return sql.first("""
                        SELECT p.id, p.name, p.specialization, coalesce(p.practice, w.clinics) AS practice, p.phone_number, p.website, p.rating, p.account_id,
                               p.source_id IS NOT NULL AS imported, p.active, p.version
                          FROM access.practitioner named
                          JOIN access.practitioner p ON p.id = coalesce(named.merged_into, named.id)
                          LEFT JOIN LATERAL (SELECT string_agg(c.name, ', ' ORDER BY c.name) AS clinics
                                               FROM access.clinic_member m JOIN access.clinic c ON c.id = m.clinic_id AND c.active
                                              WHERE m.account_id = p.account_id AND m.active) w ON true
                         WHERE named.id = ?""", PractitionersDoor::view, id).orElseThrow(Refusal::notFound);
    }

    private static PractitionerView view(Sql.Row row) throws SQLException {
        UUID account = row.id("account_id");
        return new PractitionerView(
                new PractitionerId(row.id("id")),
                row.text("name"),
                row.text("specialization"),
                row.text("practice"),
                row.text("phone_number"),
                row.text("website"),
                row.decimal("rating"),
                account == null ? null : new AccountId(account),
                row.yes("imported"),
                row.yes("active"),
                row.number("version"));
    }

    private static Practitioner.Entry entry(PractitionerData data) {
        return new Practitioner.Entry(
                data.name(),
                data.specialty(),
                data.practice(),
                data.phoneNumber(),
                data.website(),
                data.rating(),
                data.active() == null || data.active());
    }

    private void flush() {
        try {
            entities.flush();
        } catch (OptimisticLockException e) {
            throw Refusal.stale();
        }
    }
}
