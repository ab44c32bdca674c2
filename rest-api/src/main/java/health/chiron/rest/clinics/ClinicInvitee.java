package health.chiron.rest.clinics;

import health.chiron.domain.access.EmploymentType;

/**
 * Who is asked to work at the clinic as well.
 *
 * @param addressedTo the exact sign-in name or mail address of an account; upper and lower case are the same
 * @param employmentType how the person is to belong to the clinic; full time if left out
 */
public record ClinicInvitee(String addressedTo, EmploymentType employmentType) {
    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "ClinicInvitee[...]";
    }
}
