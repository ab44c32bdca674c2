package health.chiron.access.architecture.planted;

import health.chiron.access.api.AccessRequestView;
import health.chiron.access.api.ExtendAccess;
import health.chiron.access.api.GrantEnd;
import health.chiron.access.api.GrantQuery;
import health.chiron.access.api.GrantView;
import health.chiron.access.api.Grants;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.GrantId;
import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Page;
import health.chiron.domain.shared.PageRequest;
import jakarta.ejb.Stateless;
import java.util.List;

/** A door that forgot its permissions, for seeing the rule fail. It is on no server. */
@Stateless
public class ForgetfulDoor implements Grants {
    @Override
    public Page<GrantView> ofPatient(PatientId patient, GrantQuery query, PageRequest page) {
        return new Page<>(List.of(), 0, 0, 1);
    }

    @Override
    public Page<GrantView> ofClinic(ClinicId clinic, GrantQuery query, PageRequest page) {
        return new Page<>(List.of(), 0, 0, 1);
    }

    @Override
    public GrantView get(GrantId grant) {
        throw new IllegalStateException(grant.toString());
    }

    @Override
    public AccessRequestView extend(GrantId grant, ExtendAccess extension) {
        throw new IllegalStateException(grant.toString());
    }

    @Override
    public GrantView shorten(GrantId grant, GrantEnd end) {
        throw new IllegalStateException(grant.toString());
    }

    @Override
    public GrantView end(GrantId grant) {
        throw new IllegalStateException(grant.toString());
    }

    @Override
    public GrantView end(PatientId patient, GrantId grant) {
        return end(grant);
    }
}
