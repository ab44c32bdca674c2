package health.chiron.access.internal.policy;

import static health.chiron.access.api.Action.IMPORT;
import static health.chiron.access.api.Action.READ;
import static health.chiron.access.api.Action.UPDATE;
import static health.chiron.access.api.Category.ALLERGIES;
import static health.chiron.access.api.Category.CHART;
import static health.chiron.access.api.Category.CLINICS;
import static health.chiron.access.api.Category.CONDITIONS;
import static health.chiron.access.api.Category.DEMOGRAPHICS;
import static health.chiron.access.api.Category.DIRECTORY;
import static health.chiron.access.api.Category.DOCTORS;
import static health.chiron.access.api.Category.DOCUMENTS;
import static health.chiron.access.api.Category.FAMILY_HISTORY;
import static health.chiron.access.api.Category.IDENTITY;
import static health.chiron.access.api.Category.IMPORTS;
import static health.chiron.access.api.Category.LABS;
import static health.chiron.access.api.Category.MEDICATIONS;
import static health.chiron.access.api.Category.OWN_ACCOUNT;
import static health.chiron.access.api.Category.PRESCRIPTIONS;
import static health.chiron.access.api.Category.VACCINATIONS;
import static health.chiron.access.api.Category.VISITS;
import static health.chiron.access.api.Category.VITALS;

import health.chiron.access.api.Action;
import health.chiron.access.api.Actor;
import health.chiron.access.api.Category;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.access.ClientScope;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What each scope of a program covers, as data (docs/integrators.md prints it). The policy asks here after a rule has already said
 * yes, so that a scope can only take away. What no row names no program may do, whatever rule there is; its own account, which is
 * who it is and its own sessions, needs none.
 */
public final class Scopes {
    /**
     * One line.
     *
     * @param across whether it is about lists over many patients, which the kind of account opens, instead of one patient or clinic;
     *     null for both
     */
    public record Row(ClientScope scope, Boolean across, Action action, Set<Category> categories) {
        /** Copies the set. */
        public Row {
            categories = Set.copyOf(categories);
        }

        boolean covers(Relationship.Kind by, Action what, Category on) {
            return (across == null || across == (by == Relationship.Kind.ROLE))
                    && action == what
                    && categories.contains(on);
        }
    }

    /** The table. */
    public static final List<Row> ROWS = List.of(
            new Row(ClientScope.PATIENT_READ, false, READ, EnumSet.of(IDENTITY, DEMOGRAPHICS, CHART)),
            new Row(ClientScope.PATIENT_UPDATE, false, UPDATE, EnumSet.of(DEMOGRAPHICS)),
            new Row(ClientScope.PATIENT_SEARCH, true, READ, EnumSet.of(IDENTITY)),
            new Row(ClientScope.ENCOUNTER_READ, false, READ, EnumSet.of(VISITS)),
            new Row(ClientScope.CONDITION_READ, false, READ, EnumSet.of(CONDITIONS)),
            new Row(ClientScope.MEDICATION_REQUEST_READ, false, READ, EnumSet.of(PRESCRIPTIONS)),
            new Row(ClientScope.MEDICATION_STATEMENT_READ, false, READ, EnumSet.of(MEDICATIONS)),
            new Row(ClientScope.OBSERVATION_READ, false, READ, EnumSet.of(LABS, VITALS)),
            new Row(ClientScope.ALLERGY_READ, false, READ, EnumSet.of(ALLERGIES)),
            new Row(ClientScope.IMMUNIZATION_READ, false, READ, EnumSet.of(VACCINATIONS)),
            new Row(ClientScope.FAMILY_HISTORY_READ, false, READ, EnumSet.of(FAMILY_HISTORY)),
            new Row(ClientScope.DOCUMENT_READ, false, READ, EnumSet.of(DOCUMENTS)),
            new Row(ClientScope.ORGANIZATION_READ, null, READ, EnumSet.of(CLINICS)),
            new Row(ClientScope.PRACTITIONER_READ, null, READ, EnumSet.of(DOCTORS, DIRECTORY)),
            new Row(ClientScope.BUNDLE_CREATE, null, IMPORT, EnumSet.of(IMPORTS)));

    private Scopes() {}

    /** Whether the actor's scopes leave this to a rule. Nobody but an integrator needs scopes. */
    static boolean cover(Actor actor, Relationship.Kind by, Action action, Category category) {
        return actor.kind() != AccountKind.INTEGRATOR
                || category == OWN_ACCOUNT
                || ROWS.stream()
                        .anyMatch(row -> actor.scopes().contains(row.scope()) && row.covers(by, action, category));
    }
}
