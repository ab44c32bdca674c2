package health.chiron.rest.app;

import health.chiron.rest.access.AccessRequestResource;
import health.chiron.rest.access.BlockResource;
import health.chiron.rest.access.ConsentResource;
import health.chiron.rest.access.ExplainResource;
import health.chiron.rest.access.GrantResource;
import health.chiron.rest.access.PatientAccessResource;
import health.chiron.rest.access.PatientBlockResource;
import health.chiron.rest.access.PatientConsentResource;
import health.chiron.rest.access.PetAccessResource;
import health.chiron.rest.access.PetBlockResource;
import health.chiron.rest.access.PetConsentResource;
import health.chiron.rest.audit.ActivityResource;
import health.chiron.rest.audit.AuditResource;
import health.chiron.rest.audit.SafeguardResource;
import health.chiron.rest.auth.AuthResource;
import health.chiron.rest.auth.OwnAccountResource;
import health.chiron.rest.auth.OwnContactsResource;
import health.chiron.rest.call.BodyLimit;
import health.chiron.rest.call.KnownParameters;
import health.chiron.rest.call.RateHeaders;
import health.chiron.rest.call.SignedIn;
import health.chiron.rest.clients.ClientResource;
import health.chiron.rest.clinics.AccountResource;
import health.chiron.rest.clinics.ClinicInvitationResource;
import health.chiron.rest.clinics.ClinicPeopleResource;
import health.chiron.rest.clinics.ClinicResource;
import health.chiron.rest.clinics.ConsentTextResource;
import health.chiron.rest.clinics.DoctorResource;
import health.chiron.rest.clinics.OwnInvitationResource;
import health.chiron.rest.directory.ClinicDirectoryResource;
import health.chiron.rest.directory.PharmacyResource;
import health.chiron.rest.directory.PractitionerResource;
import health.chiron.rest.family.FamilyHistoryShareResource;
import health.chiron.rest.family.FamilyMemberResource;
import health.chiron.rest.family.PatientFamilyResource;
import health.chiron.rest.health.HealthResource;
import health.chiron.rest.imports.ImportResource;
import health.chiron.rest.patients.OwnerResource;
import health.chiron.rest.patients.PatientResource;
import health.chiron.rest.patients.PetResource;
import health.chiron.rest.problem.EjbMapper;
import health.chiron.rest.problem.FailureMapper;
import health.chiron.rest.problem.JaxRsMapper;
import health.chiron.rest.problem.LastResortMapper;
import health.chiron.rest.problem.RefusalMapper;
import health.chiron.rest.problem.SqlMapper;
import health.chiron.rest.sharing.FamilyResource;
import health.chiron.rest.sharing.InvitationResource;
import health.chiron.rest.sharing.OwnershipResource;
import health.chiron.rest.sharing.PatientInvitationsResource;
import health.chiron.rest.sharing.PatientSharesResource;
import health.chiron.rest.sharing.ShareResource;
import health.chiron.rest.visits.MedicalRecordResource;
import health.chiron.rest.visits.PatientRecordResource;
import health.chiron.rest.visits.PetRecordResource;
import health.chiron.rest.wire.FormBody;
import health.chiron.rest.wire.JsonBody;
import health.chiron.rest.wire.WireParams;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.auth.LoginConfig;

/**
 * The API, version 1. Its classes are listed rather than searched for, so that nothing in a library becomes part of it. It has to
 * be a bean, or Payara passes over the login configuration.
 */
@ApplicationPath("/v1")
@LoginConfig(authMethod = "MP-JWT", realmName = "chiron")
@ApplicationScoped
public class Api extends Application {
    private static final Set<Class<?>> RESOURCES = Set.of(
            AccessRequestResource.class,
            AccountResource.class,
            ActivityResource.class,
            AuditResource.class,
            AuthResource.class,
            BlockResource.class,
            ClientResource.class,
            ClinicDirectoryResource.class,
            ClinicInvitationResource.class,
            ClinicPeopleResource.class,
            ClinicResource.class,
            ConsentResource.class,
            ConsentTextResource.class,
            DoctorResource.class,
            ExplainResource.class,
            // Shares, ownership and what runs in families.
            InvitationResource.class,
            FamilyResource.class,
            OwnershipResource.class,
            PatientInvitationsResource.class,
            PatientSharesResource.class,
            ShareResource.class,
            FamilyHistoryShareResource.class,
            FamilyMemberResource.class,
            PatientFamilyResource.class,
            GrantResource.class,
            HealthResource.class,
            ImportResource.class,
            MedicalRecordResource.class,
            OwnInvitationResource.class,
            OwnAccountResource.class,
            OwnContactsResource.class,
            OwnerResource.class,
            PatientAccessResource.class,
            PatientBlockResource.class,
            PatientConsentResource.class,
            PatientRecordResource.class,
            PatientResource.class,
            PharmacyResource.class,
            PractitionerResource.class,
            PetAccessResource.class,
            PetBlockResource.class,
            PetConsentResource.class,
            PetRecordResource.class,
            PetResource.class,
            SafeguardResource.class);

    private static final Set<Class<?>> PROVIDERS = Set.of(
            BodyLimit.class,
            EjbMapper.class,
            FailureMapper.class,
            FormBody.class,
            JaxRsMapper.class,
            JsonBody.class,
            KnownParameters.class,
            LastResortMapper.class,
            RateHeaders.class,
            RefusalMapper.class,
            SignedIn.class,
            SqlMapper.class,
            WireParams.class);

    @Override
    public Set<Class<?>> getClasses() {
        Set<Class<?>> all = new HashSet<>(RESOURCES);
        all.addAll(PROVIDERS);
        return Set.copyOf(all);
    }

    /** Switches off what Jersey would add by itself: a description of the API that anybody may read. Other servers pass over it. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
