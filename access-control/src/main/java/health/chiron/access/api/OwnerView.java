package health.chiron.access.api;

import health.chiron.domain.access.AccountId;
import health.chiron.domain.records.PatientId;

/**
 * An owner as the clinic that registered the patient sees them.
 *
 * @param contact the mail address or telephone number, all but hidden
 * @param contactProven whether a code sent there has come back
 * @param hasSignedIn whether the owner has set a password
 */
public record OwnerView(
        AccountId id,
        PatientId patientId,
        String fullName,
        String contact,
        boolean contactProven,
        boolean hasSignedIn) {}
