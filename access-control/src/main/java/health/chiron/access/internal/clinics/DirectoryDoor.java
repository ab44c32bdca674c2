package health.chiron.access.internal.clinics;

import health.chiron.access.api.Action;
import health.chiron.access.api.Category;
import health.chiron.access.api.Directory;
import health.chiron.access.api.Permit;
import health.chiron.access.api.Sql;
import health.chiron.domain.access.OrganizationId;
import health.chiron.domain.access.PractitionerId;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;

/** Practitioners and organisations that imported records name; found by source, or added. The database keeps each once. */
@Stateless
public class DirectoryDoor implements Directory {
    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Override
    @Permit(value = Action.IMPORT, on = Category.IMPORTS)
    public Entry<PractitionerId> practitioner(Incoming incoming) {
        PractitionerId id = PractitionerId.next();
        int added = sql.update(
                """
                INSERT INTO access.practitioner (id, name, specialization, source_system, source_id, created_at)
                VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (source_system, source_id) DO NOTHING""",
                id,
                incoming.name(),
                incoming.detail(),
                incoming.sourceSystem(),
                incoming.sourceId(),
                clock.instant());
        if (added == 1) {
            return new Entry<>(id, true);
        }
        return sql.first(
                        // One that was merged leads to the entry that was kept.
                        "SELECT coalesce(merged_into, id) AS id FROM access.practitioner WHERE source_system = ? AND source_id = ?",
                        row -> new Entry<>(new PractitionerId(row.id("id")), false),
                        incoming.sourceSystem(),
                        incoming.sourceId())
                .orElseThrow();
    }

    @Override
    @Permit(value = Action.IMPORT, on = Category.IMPORTS)
    public Entry<OrganizationId> organization(Incoming incoming) {
        OrganizationId id = OrganizationId.next();
        int added = sql.update(
                """
                INSERT INTO access.organization (id, name, phone, address, source_system, source_id, created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (source_system, source_id) DO NOTHING""",
                id,
                incoming.name(),
                incoming.phone(),
                incoming.detail(),
                incoming.sourceSystem(),
                incoming.sourceId(),
                clock.instant());
        if (added == 1) {
            return new Entry<>(id, true);
        }
        return sql.first(
                        "SELECT id FROM access.organization WHERE source_system = ? AND source_id = ?",
                        row -> new Entry<>(new OrganizationId(row.id("id")), false),
                        incoming.sourceSystem(),
                        incoming.sourceId())
                .orElseThrow();
    }
}
