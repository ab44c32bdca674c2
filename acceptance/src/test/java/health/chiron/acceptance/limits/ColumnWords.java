package health.chiron.acceptance.limits;

import static java.util.Map.entry;

import health.chiron.access.api.AccessRequestView;
import health.chiron.access.api.AssociationChange;
import health.chiron.access.api.GrantView;
import health.chiron.access.api.Verification;
import health.chiron.domain.access.AccessGrant;
import health.chiron.domain.access.AccessRequest;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.access.AccountStatus;
import health.chiron.domain.access.AuthMethod;
import health.chiron.domain.access.Channel;
import health.chiron.domain.access.ClientState;
import health.chiron.domain.access.ConsentScope;
import health.chiron.domain.access.CredentialKind;
import health.chiron.domain.access.DateFormat;
import health.chiron.domain.access.EmploymentType;
import health.chiron.domain.access.InvitationType;
import health.chiron.domain.access.LinkingPreference;
import health.chiron.domain.access.RelationshipToFamily;
import health.chiron.domain.access.ShareEnd;
import health.chiron.domain.access.ShareLevel;
import health.chiron.domain.access.Theme;
import health.chiron.domain.access.UnitSystem;
import health.chiron.domain.access.Weekday;
import health.chiron.domain.records.ConditionStatus;
import health.chiron.domain.records.FamilyConditionStatus;
import health.chiron.domain.records.FamilyConditionType;
import health.chiron.domain.records.FamilyRelation;
import health.chiron.domain.records.PatientKind;
import health.chiron.domain.records.Severity;
import health.chiron.domain.records.Sex;
import health.chiron.domain.records.Species;
import health.chiron.domain.records.VisitPriority;
import health.chiron.domain.records.VisitStatus;
import health.chiron.domain.records.VisitType;
import health.chiron.records.api.AddendumAudience;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The words that the program writes into columns that take certain words only. */
final class ColumnWords {
    private static final Set<String> AUTHORS = Set.of("DOCTOR", "OWNER", "INTEGRATOR");

    static final Map<String, Set<String>> ALL = Map.ofEntries(
            entry("access.account.kind", of(AccountKind.class)),
            entry("access.account.status", of(AccountStatus.class)),
            entry("access.account.language", Set.of("en", "de")),
            entry("access.account.theme", of(Theme.class)),
            entry("access.account.unit_system", of(UnitSystem.class)),
            entry("access.account.date_format", of(DateFormat.class)),
            entry(
                    "access.sign_in_step.needs", // LINK asks for an account, and a step is one's
                    Set.of("SECOND_FACTOR", "PASSWORD_CHANGE", "ENROLMENT")),
            entry("access.account.auth_method", of(AuthMethod.class)),
            entry("access.account.sso_linking_preference", of(LinkingPreference.class)),
            entry(
                    "access.second_factor_rule.kind",
                    Set.of(
                            "PLATFORM_ADMIN",
                            "CLINIC_ADMIN",
                            "DOCTOR",
                            "STAFF",
                            "OWNER",
                            "INTEGRATOR",
                            "AUDITOR")), // nobody signs in as the system
            entry("access.clinic_member.employment_type", of(EmploymentType.class)),
            entry("access.clinic_member_change.change", of(AssociationChange.Change.class)),
            entry("access.clinic_member_change.employment_type", of(EmploymentType.class)),
            entry("access.clinic_invitation.employment_type", of(EmploymentType.class)),
            entry("access.clinic_invitation.status", Set.of("PENDING", "ACCEPTED", "REJECTED", "CANCELLED")),
            entry("access.clinic_hours.weekday", of(Weekday.class)),
            entry("access.session.channel", Set.of("PORTAL", "API")), // jobs and commands hold no session
            entry(
                    "access.session.end_reason",
                    Set.of("SIGNED_OUT", "REVOKED", "REFRESH_REUSED", "ACCOUNT_CHANGED", "EXPIRED")),
            entry(
                    "access.account_proof.purpose",
                    Set.of("ACTIVATION", "VERIFY_EMAIL", "VERIFY_PHONE", "PASSWORD_RESET", "NEW_EMAIL", "NEW_PHONE")),
            entry("access.access_request.status", of(AccessRequest.Status.class)),
            entry("access.access_request.origin", of(AccessRequest.Origin.class)),
            entry("access.api_client.state", of(ClientState.class)),
            entry("access.client_credential.kind", of(CredentialKind.class)),
            entry("access.consent.scope", of(ConsentScope.class)),
            entry("access.consent_text.scope", of(ConsentScope.class)),
            entry("access.consent_text.language", Set.of("en", "de")),
            entry("access.emergency_review.outcome", of(GrantView.Judgement.class)),
            entry("records.visit_addendum.audience", of(AddendumAudience.class)),
            entry("access.one_time_code.channel", Set.of("EMAIL", "SMS", "SHOWN")),
            entry("access.one_time_code.delivery", of(AccessRequestView.Delivery.class)),
            entry("access.access_grant.basis", of(AccessGrant.Basis.class)),
            entry("access.access_grant.end_reason", of(AccessGrant.EndReason.class)),
            entry("records.patient.kind", of(PatientKind.class)),
            entry("records.patient.sex", of(Sex.class)),
            entry("records.patient.species", of(Species.class)),
            entry("records.visit.visit_type", of(VisitType.class)),
            entry("records.visit.priority", of(VisitPriority.class)),
            entry("records.visit.status", of(VisitStatus.class)),
            entry("records.visit.weight_unit", Set.of("kg", "g", "lb")),
            entry("records.visit.temperature_unit", Set.of("Cel", "[degF]")),
            entry("records.visit.created_by_role", AUTHORS),
            entry("records.condition.status", of(ConditionStatus.class)),
            entry("records.condition.severity", of(Severity.class)),
            entry("records.condition.created_by_role", AUTHORS),
            entry("access.family_patient.relationship_to_family", of(RelationshipToFamily.class)),
            entry("access.family_person.how", Set.of("FOUNDED", "INVITATION")),
            entry("access.invitation.invitation_type", of(InvitationType.class)),
            entry("access.invitation.permission_level", of(ShareLevel.class)),
            entry(
                    "access.invitation.status",
                    Set.of("PENDING", "ACCEPTED", "REJECTED", "CANCELLED")), // over by the clock
            entry("access.patient_share.permission_level", of(ShareLevel.class)),
            entry("access.patient_share.end_reason", of(ShareEnd.class)),
            entry("access.family_history_share.end_reason", of(ShareEnd.class)),
            entry("records.family_member.relationship", of(FamilyRelation.class)),
            entry("records.family_member.gender", of(Sex.class)),
            entry("records.family_member.created_by_role", AUTHORS),
            entry("records.family_condition.condition_type", of(FamilyConditionType.class)),
            entry("records.family_condition.severity", of(Severity.class)),
            entry("records.family_condition.status", of(FamilyConditionStatus.class)),
            entry("audit.verification.status", of(Verification.Status.class)),
            entry("audit.event.channel", of(Channel.class)),
            entry("audit.event.outcome", Set.of("PERMITTED", "DENIED", "FAILED")));

    private ColumnWords() {}

    private static <E extends Enum<E>> Set<String> of(Class<E> words) {
        return Arrays.stream(words.getEnumConstants()).map(Enum::name).collect(Collectors.toSet());
    }
}
