package health.chiron.portal.clinic;

import health.chiron.access.api.ClinicData;
import java.io.Serializable;
import java.util.List;

/** The fields of a clinic's profile, as typed. */
public class ProfileForm implements Serializable {
    private static final long serialVersionUID = 1L;

    private String clinicName;
    private String licenseNumber;
    private String address;
    private String phone;
    private String email;
    private String timeZone = "UTC";
    private String operatingHours;
    private final HoursForm hours = new HoursForm();
    private String servicesOffered;
    private Integer grantHours = 24;

    /** The form of a profile. */
    static ProfileForm of(ClinicData data) {
        ProfileForm form = new ProfileForm();
        form.clinicName = data.clinicName();
        form.licenseNumber = data.licenseNumber();
        form.address = data.address();
        form.phone = data.phone();
        form.email = data.email();
        form.timeZone = data.timeZone();
        form.operatingHours = data.operatingHours();
        form.hours.show(data.openingHours());
        form.servicesOffered = String.join("\n", data.servicesOffered());
        form.grantHours = data.grantHours();
        return form;
    }

    /** What the door is handed. */
    ClinicData data() {
        return new ClinicData(
                clinicName,
                licenseNumber,
                address,
                phone,
                email,
                timeZone,
                operatingHours,
                hours.read(),
                servicesOffered == null
                        ? List.of()
                        : servicesOffered
                                .lines()
                                .map(String::strip)
                                .filter(line -> !line.isEmpty())
                                .toList(),
                grantHours);
    }

    /** The name. */
    public String getClinicName() {
        return clinicName;
    }

    /** Sets it. */
    public void setClinicName(String clinicName) {
        this.clinicName = clinicName;
    }

    /** The licence. */
    public String getLicenseNumber() {
        return licenseNumber;
    }

    /** Sets it. */
    public void setLicenseNumber(String licenseNumber) {
        this.licenseNumber = licenseNumber;
    }

    /** The postal address. */
    public String getAddress() {
        return address;
    }

    /** Sets it. */
    public void setAddress(String address) {
        this.address = address;
    }

    /** The telephone number. */
    public String getPhone() {
        return phone;
    }

    /** Sets it. */
    public void setPhone(String phone) {
        this.phone = phone;
    }

    /** The mail address. */
    public String getEmail() {
        return email;
    }

    /** Sets it. */
    public void setEmail(String email) {
        this.email = email;
    }

    /** The zone. */
    public String getTimeZone() {
        return timeZone;
    }

    /** Sets it. */
    public void setTimeZone(String timeZone) {
        this.timeZone = timeZone;
    }

    /** What people should know of the hours besides. */
    public String getOperatingHours() {
        return operatingHours;
    }

    /** Sets it. */
    public void setOperatingHours(String operatingHours) {
        this.operatingHours = operatingHours;
    }

    /** When it is open, day by day. */
    public HoursForm getHours() {
        return hours;
    }

    /** What it does, one line each. */
    public String getServicesOffered() {
        return servicesOffered;
    }

    /** Sets it. */
    public void setServicesOffered(String servicesOffered) {
        this.servicesOffered = servicesOffered;
    }

    /** How long access lasts when a request does not say. */
    public Integer getGrantHours() {
        return grantHours;
    }

    /** Sets it. */
    public void setGrantHours(Integer grantHours) {
        this.grantHours = grantHours;
    }
}
