package health.chiron.records.internal.patient;

import health.chiron.access.api.Sql;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.records.PatientKind;
import health.chiron.domain.records.Sex;
import health.chiron.domain.records.Species;
import health.chiron.records.api.PatientIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Optional;

/** Who a patient is, in one line, from the columns of {@code records.patient}. */
@ApplicationScoped
public class Identities {
    @Inject
    private Sql sql;

    /** The patient, if row-level security shows it. */
    public Optional<PatientIdentity> find(PatientId patient) {
        return sql.first(
                "SELECT id, kind, given_name, family_name, birth_date, sex, species, breed, deceased_on FROM records.patient WHERE id = ?",
                Identities::identity,
                patient);
    }

    /** Reads the columns id, kind, given_name, family_name, birth_date, sex, species, breed, deceased_on. */
    public static PatientIdentity identity(Sql.Row row) throws SQLException {
        return new PatientIdentity(
                new PatientId(row.id("id")),
                row.word(PatientKind.class, "kind"),
                name(row.text("given_name"), row.text("family_name")),
                row.date("birth_date"),
                row.word(Sex.class, "sex"),
                row.word(Species.class, "species"),
                row.text("breed"),
                row.date("deceased_on"));
    }

    /** {@code Family, Given}, or the given name alone. */
    public static String name(String given, String family) {
        return family == null ? given : family + ", " + given;
    }
}
