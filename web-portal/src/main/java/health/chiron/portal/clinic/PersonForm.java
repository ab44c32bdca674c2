package health.chiron.portal.clinic;

import health.chiron.access.api.NewAccount;
import health.chiron.access.api.NewDoctor;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.access.ClinicId;
import java.io.Serializable;

/** The fields of somebody who is to work here, as typed. Without a password the person gets an invitation by mail. */
public class PersonForm implements Serializable {
    private static final long serialVersionUID = 1L;

    private AccountKind kind = AccountKind.DOCTOR;
    private String clinicId;
    private String fullName;
    private String username;
    private String email;
    private String licenseNumber;
    private String specialization;

    /** Whether it is a doctor, who has a licence. */
    public boolean isDoctor() {
        return kind == AccountKind.DOCTOR;
    }

    /** Whether this kind of account belongs to a clinic. */
    public boolean isAtClinic() {
        return kind != AccountKind.AUDITOR && kind != AccountKind.PLATFORM_ADMIN;
    }

    private ClinicId clinic() {
        return clinicId == null ? null : ClinicId.of(clinicId);
    }

    /** What the door is handed for a doctor. */
    NewDoctor doctor() {
        return new NewDoctor(
                clinic(), username, fullName, email, null, null, licenseNumber, specialization, null, null, null, null);
    }

    /** What the door is handed for anybody else. */
    NewAccount account() {
        return new NewAccount(kind, username, fullName, email, null, null, isAtClinic() ? clinic() : null, null);
    }

    /** What kind of work. */
    public AccountKind getKind() {
        return kind;
    }

    /** Sets it. */
    public void setKind(AccountKind kind) {
        this.kind = kind;
    }

    /** Where. */
    public String getClinicId() {
        return clinicId;
    }

    /** Sets it. */
    public void setClinicId(String clinicId) {
        this.clinicId = clinicId;
    }

    /** The full name. */
    public String getFullName() {
        return fullName;
    }

    /** Sets it. */
    public void setFullName(String fullName) {
        this.fullName = fullName;
    }

    /** The sign-in name. */
    public String getUsername() {
        return username;
    }

    /** Sets it. */
    public void setUsername(String username) {
        this.username = username;
    }

    /** The mail address of the invitation. */
    public String getEmail() {
        return email;
    }

    /** Sets it. */
    public void setEmail(String email) {
        this.email = email;
    }

    /** A doctor's licence. */
    public String getLicenseNumber() {
        return licenseNumber;
    }

    /** Sets it. */
    public void setLicenseNumber(String licenseNumber) {
        this.licenseNumber = licenseNumber;
    }

    /** A doctor's field. */
    public String getSpecialization() {
        return specialization;
    }

    /** Sets it. */
    public void setSpecialization(String specialization) {
        this.specialization = specialization;
    }
}
