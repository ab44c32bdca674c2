package health.chiron.access.internal.audit;

import health.chiron.access.api.AboutPatients;
import health.chiron.access.api.AboutRecord;
import health.chiron.access.api.Actor;
import health.chiron.access.api.Permit;
import health.chiron.access.internal.policy.Decision;
import health.chiron.access.internal.policy.Relationship;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Page;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What the log keeps of one act: one row for each patient concerned, one without a patient when there is none. No names, no
 * clinical values: ids and words of the house only.
 *
 * @param patients the patients concerned; empty when the act concerns none
 */
public record Entry(
        AccountId account,
        String accountKind,
        ClinicId clinic,
        Set<PatientId> patients,
        Relationship relationship,
        String rule,
        String action,
        String category,
        String operation,
        UUID record,
        String outcome,
        String reason) {
    /** Copies the set. */
    public Entry {
        patients = Set.copyOf(patients);
    }

    /** Begins an entry. */
    public static Draft draft(Actor actor, Permit permit, String operation, ClinicId clinic) {
        return new Draft(actor, permit, operation, clinic);
    }

    /** An act on accounts that no door's policy decides, such as signing in. */
    public static Entry ofAccount(
            AccountId account, String kind, String action, String operation, String outcome, String reason) {
        return new Entry(
                account, kind, null, Set.of(), null, null, action, "OWN_ACCOUNT", operation, null, outcome, reason);
    }

    /** An act of one of the system's jobs, which concerns no patient by itself. */
    public static Entry ofJob(AccountId account, String kind, String action, String category, String operation) {
        return new Entry(
                account, kind, null, Set.of(), null, null, action, category, operation, null, "PERMITTED", null);
    }

    /** An entry while the act goes on. */
    public static final class Draft {
        private final Actor actor;
        private final Permit permit;
        private final String operation;
        private ClinicId clinic;
        private PatientId patient;
        private UUID record;
        private Decision.Permitted permitted;

        private Draft(Actor actor, Permit permit, String operation, ClinicId clinic) {
            this.actor = actor;
            this.permit = permit;
            this.operation = operation;
            this.clinic = clinic;
        }

        /** What it concerns, as far as the call says. */
        public void about(PatientId whom, UUID row) {
            this.patient = whom;
            this.record = row;
        }

        /** What let it in. */
        public void by(Decision.Permitted decision) {
            this.permitted = decision;
            if (decision.relationship().kind() != Relationship.Kind.ROLE) {
                // In whose name it was done: the clinic that holds the relationship; an owner acts for no clinic.
                this.clinic = decision.relationship().clinic();
            }
        }

        /** It was done; the result tells which patients were shown and which record it was. */
        public Entry permitted(Object result) {
            if (result instanceof AboutRecord about) {
                this.record = about.recordId();
            }
            Set<PatientId> shown = shown(result);
            return entry(shown.isEmpty() ? named() : shown, "PERMITTED", null);
        }

        private static Set<PatientId> shown(Object result) {
            return switch (result) {
                case AboutPatients about -> about.patients();
                case Page<?> page ->
                    page.items().stream().map(Draft::shown).flatMap(Set::stream).collect(Collectors.toSet());
                case null, default -> Set.of();
            };
        }

        /** The policy said no. */
        public Entry denied(String reason) {
            return entry(named(), "DENIED", reason);
        }

        /** It was let in and did not come to pass. */
        public Entry failed(String reason) {
            return entry(named(), "FAILED", reason);
        }

        private Set<PatientId> named() {
            return patient == null ? Set.of() : Set.of(patient);
        }

        private Entry entry(Set<PatientId> patients, String outcome, String reason) {
            return new Entry(
                    actor.account(),
                    actor.kind().name(),
                    clinic,
                    patients,
                    permitted == null ? null : permitted.relationship(),
                    permitted == null ? null : permitted.rule().name(),
                    permit.value().name(),
                    permit.on().name(),
                    operation,
                    record,
                    outcome,
                    reason);
        }
    }
}
