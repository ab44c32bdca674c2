package health.chiron.rest.wire;

import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.GrantId;
import health.chiron.domain.access.OrganizationId;
import health.chiron.domain.access.PractitionerId;
import health.chiron.domain.access.RequestId;
import health.chiron.domain.access.SessionId;
import health.chiron.domain.records.ConditionId;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.records.VisitId;
import health.chiron.domain.shared.Id;
import java.util.Map;
import java.util.function.Function;

/** How each kind of id is read from text. A test compares this list with the ids that the domain has. */
final class WireIds {
    static final Map<Class<? extends Id>, Function<String, ? extends Id>> READERS = Map.of(
            AccountId.class, AccountId::of,
            ClinicId.class, ClinicId::of,
            ConditionId.class, ConditionId::of,
            GrantId.class, GrantId::of,
            OrganizationId.class, OrganizationId::of,
            PatientId.class, PatientId::of,
            PractitionerId.class, PractitionerId::of,
            RequestId.class, RequestId::of,
            SessionId.class, SessionId::of,
            VisitId.class, VisitId::of);

    private WireIds() {}
}
