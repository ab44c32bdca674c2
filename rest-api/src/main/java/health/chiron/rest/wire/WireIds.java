package health.chiron.rest.wire;

import static java.util.Map.entry;

import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.ApiClientId;
import health.chiron.domain.access.BlockId;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.ClinicInvitationId;
import health.chiron.domain.access.ConsentId;
import health.chiron.domain.access.ConsentTextId;
import health.chiron.domain.access.CredentialId;
import health.chiron.domain.access.FamilyHistoryShareId;
import health.chiron.domain.access.FamilyId;
import health.chiron.domain.access.GrantId;
import health.chiron.domain.access.InvitationId;
import health.chiron.domain.access.OrganizationId;
import health.chiron.domain.access.PharmacyId;
import health.chiron.domain.access.PolicyExampleId;
import health.chiron.domain.access.PractitionerId;
import health.chiron.domain.access.RequestId;
import health.chiron.domain.access.SessionId;
import health.chiron.domain.access.ShareId;
import health.chiron.domain.access.SsoLinkId;
import health.chiron.domain.records.ConditionId;
import health.chiron.domain.records.FamilyConditionId;
import health.chiron.domain.records.FamilyMemberId;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.records.VisitId;
import health.chiron.domain.shared.Id;
import java.util.Map;
import java.util.function.Function;

/** How each kind of id is read from text. A test compares this list with the ids that the domain has. */
final class WireIds {
    static final Map<Class<? extends Id>, Function<String, ? extends Id>> READERS = Map.ofEntries(
            entry(AccountId.class, AccountId::of),
            entry(ApiClientId.class, ApiClientId::of),
            entry(BlockId.class, BlockId::of),
            entry(SsoLinkId.class, SsoLinkId::of),
            entry(ClinicId.class, ClinicId::of),
            entry(ClinicInvitationId.class, ClinicInvitationId::of),
            entry(ConditionId.class, ConditionId::of),
            entry(ConsentId.class, ConsentId::of),
            entry(ConsentTextId.class, ConsentTextId::of),
            entry(CredentialId.class, CredentialId::of),
            entry(FamilyConditionId.class, FamilyConditionId::of),
            entry(FamilyHistoryShareId.class, FamilyHistoryShareId::of),
            entry(FamilyId.class, FamilyId::of),
            entry(FamilyMemberId.class, FamilyMemberId::of),
            entry(GrantId.class, GrantId::of),
            entry(InvitationId.class, InvitationId::of),
            entry(OrganizationId.class, OrganizationId::of),
            entry(PatientId.class, PatientId::of),
            entry(PharmacyId.class, PharmacyId::of),
            entry(PolicyExampleId.class, PolicyExampleId::of),
            entry(PractitionerId.class, PractitionerId::of),
            entry(RequestId.class, RequestId::of),
            entry(SessionId.class, SessionId::of),
            entry(ShareId.class, ShareId::of),
            entry(VisitId.class, VisitId::of));

    private WireIds() {}
}
