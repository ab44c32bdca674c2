package health.chiron.access.api;

import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.EmploymentType;

/**
 * A doctor as others see them.
 *
 * @param id the doctor's account
 * @param active whether the doctor may be chosen now
 */
public record DoctorView(
        AccountId id,
        String fullName,
        String licenseNumber,
        String specialization,
        Integer yearsOfExperience,
        String qualifications,
        String bio,
        boolean verified,
        EmploymentType employmentType,
        boolean active) {}
