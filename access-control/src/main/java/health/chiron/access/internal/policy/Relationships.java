package health.chiron.access.internal.policy;

import health.chiron.access.api.Sql;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.GrantId;
import health.chiron.domain.access.Sections;
import java.sql.SQLException;
import java.util.UUID;

/** Reads relationships out of rows of the functions {@code policy.relationships} and {@code policy.relationships_of}. */
public final class Relationships {
    private Relationships() {}

    /** The row's relationship; null for a row without one, as an outer join gives for a stranger. */
    public static Relationship read(Sql.Row row) throws SQLException {
        Relationship.Kind kind = row.word(Relationship.Kind.class, "kind");
        if (kind == null) {
            return null;
        }
        UUID clinic = row.id("clinic_id");
        UUID grant = row.id("grant_id");
        return new Relationship(
                kind,
                clinic == null ? null : new ClinicId(clinic),
                grant == null ? null : new GrantId(grant),
                Sections.read(row.text("sections")),
                row.text("purpose"),
                row.instant("ends_at"));
    }
}
