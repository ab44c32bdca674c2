package health.chiron.access.api;

import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.access.AccountStatus;
import health.chiron.domain.access.AuthMethod;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.DateFormat;
import health.chiron.domain.access.EmploymentType;
import health.chiron.domain.access.LinkingPreference;
import health.chiron.domain.access.Theme;
import health.chiron.domain.access.UnitSystem;
import health.chiron.domain.records.PatientId;
import java.util.List;

/**
 * An account as its holder or an administrator sees it.
 *
 * @param sessionMinutes how long a portal session may rest
 * @param activePatientId the patient that the holder keeps at hand; null when there is none, or it is not reached any more
 * @param clinics where the account works now
 * @param authMethod how it signs in
 * @param ssoLinkingPreference what the holder has said about linking; null for what the provider's operator has set
 */
public record AccountView(
        AccountId id,
        AccountKind kind,
        String username,
        String fullName,
        String email,
        boolean emailVerified,
        String phone,
        boolean phoneVerified,
        AccountStatus status,
        String language,
        Theme theme,
        String timeZone,
        UnitSystem unitSystem,
        DateFormat dateFormat,
        int sessionMinutes,
        PatientId activePatientId,
        List<Membership> clinics,
        AuthMethod authMethod,
        LinkingPreference ssoLinkingPreference) {
    /** Copies the list. */
    public AccountView {
        clinics = List.copyOf(clinics);
    }

    /**
     * An association with a clinic.
     *
     * @param clinicName the clinic's name
     * @param timeZone the clinic's zone
     */
    public record Membership(ClinicId clinicId, String clinicName, String timeZone, EmploymentType employmentType) {}
}
