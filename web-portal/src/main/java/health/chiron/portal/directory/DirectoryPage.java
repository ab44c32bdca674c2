package health.chiron.portal.directory;

import health.chiron.access.api.ClinicCard;
import health.chiron.access.api.ClinicDirectory;
import health.chiron.access.api.DoctorProfile;
import health.chiron.access.api.DoctorQuery;
import health.chiron.access.api.Doctors;
import health.chiron.access.api.Pharmacies;
import health.chiron.access.api.PharmacyQuery;
import health.chiron.access.api.PharmacyView;
import health.chiron.access.api.PractitionerQuery;
import health.chiron.access.api.PractitionerView;
import health.chiron.access.api.Practitioners;
import health.chiron.domain.shared.Page;
import health.chiron.domain.shared.PageRequest;
import health.chiron.portal.page.Paging;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The directories: which one, what was searched for, and a page of what was found. */
@Named("directory")
@RequestScoped
public class DirectoryPage {
    /** The directories, in the order of their tabs. */
    private static final List<String> ALL = List.of("clinics", "doctors", "practitioners", "pharmacies");

    private static final int LONGEST = 100;

    private ClinicDirectory clinicDoor;
    private Doctors doctorDoor;
    private Practitioners practitionerDoor;
    private Pharmacies pharmacyDoor;

    private String what;
    private String text;
    private String license;
    private String field;
    private boolean verified;
    private Integer number;
    private List<?> rows = List.of();
    private Paging paging;

    /** For the container. */
    protected DirectoryPage() {}

    /**
     * @param clinics clinics to choose from
     * @param doctors doctors who work here
     * @param practitioners everybody whom records name
     * @param pharmacies pharmacies
     */
    @Inject
    public DirectoryPage(ClinicDirectory clinics, Doctors doctors, Practitioners practitioners, Pharmacies pharmacies) {
        this.clinicDoor = clinics;
        this.doctorDoor = doctors;
        this.practitionerDoor = practitioners;
        this.pharmacyDoor = pharmacies;
    }

    /** Loads a page of the directory. */
    public void load() {
        if (what == null || !ALL.contains(what)) {
            what = ALL.getFirst();
        }
        text = within(text);
        license = within(license);
        field = within(field);
        Boolean checked = verified ? Boolean.TRUE : null;
        PageRequest page = Paging.request(number, Paging.USUAL);
        Page<?> found = switch (what) {
            case "doctors" -> doctorDoor.search(new DoctorQuery(text, field, license, true, checked, null), page);
            case "practitioners" -> practitionerDoor.search(new PractitionerQuery(text, null, null, true), page);
            case "pharmacies" -> pharmacyDoor.search(new PharmacyQuery(text, null, null, null, null, true), page);
            default -> clinicDoor.search(text, license, checked, page);
        };
        rows = found.items();
        paging = Paging.of(found);
    }

    private static String within(String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        return typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed.strip();
    }

    /** The address of this list up to the page's number. */
    public String getAddress() {
        return "?what=" + what + part("text", text) + part("license", license) + part("field", field)
                + (verified ? "&verified=true" : "") + "&page=";
    }

    private static String part(String name, String value) {
        return value == null ? "" : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** Whether entries of this directory have licences that were checked. */
    public boolean isLicensed() {
        return "clinics".equals(what) || "doctors".equals(what);
    }

    /** The directories. */
    public List<String> getTabs() {
        return ALL;
    }

    /** The clinics found. */
    public List<ClinicCard> getClinics() {
        return only(ClinicCard.class);
    }

    /** The doctors found. */
    public List<DoctorProfile> getDoctors() {
        return only(DoctorProfile.class);
    }

    /** The practitioners found. */
    public List<PractitionerView> getPractitioners() {
        return only(PractitionerView.class);
    }

    /** The pharmacies found. */
    public List<PharmacyView> getPharmacies() {
        return only(PharmacyView.class);
    }

    private <T> List<T> only(Class<T> type) {
        return rows.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Where in the list. */
    public Paging getPaging() {
        return paging;
    }

    /** Which directory. */
    public String getWhat() {
        return what;
    }

    /** Sets it. */
    public void setWhat(String what) {
        this.what = what;
    }

    /** What was searched for. */
    public String getText() {
        return text;
    }

    /** Sets it. */
    public void setText(String text) {
        this.text = text;
    }

    /** The exact licence number. */
    public String getLicense() {
        return license;
    }

    /** Sets it. */
    public void setLicense(String license) {
        this.license = license;
    }

    /** A part of a doctor's field. */
    public String getField() {
        return field;
    }

    /** Sets it. */
    public void setField(String field) {
        this.field = field;
    }

    /** Whether only those are wanted whose licence was checked. */
    public boolean isVerified() {
        return verified;
    }

    /** Sets it. */
    public void setVerified(boolean verified) {
        this.verified = verified;
    }

    /** The page's number. */
    public Integer getNumber() {
        return number;
    }

    /** Sets it. */
    public void setNumber(Integer number) {
        this.number = number;
    }
}
