package health.chiron.portal.directory;

import health.chiron.access.api.PharmacyData;
import health.chiron.access.api.PharmacyView;
import java.io.Serializable;

/** The fields of a pharmacy, as typed. */
public class PharmacyForm implements Serializable {
    private static final long serialVersionUID = 1L;

    private String name;
    private String brand;
    private String streetAddress;
    private String city;
    private String state;
    private String zipCode;
    private String country;
    private String storeNumber;
    private String phoneNumber;
    private String faxNumber;
    private String email;
    private String website;
    private String hours;
    private String specialtyServices;
    private boolean driveThrough;
    private boolean twentyFourHour;
    private boolean active = true;

    /** The form of an entry. */
    static PharmacyForm of(PharmacyView view) {
        PharmacyForm form = new PharmacyForm();
        form.name = view.name();
        form.brand = view.brand();
        form.streetAddress = view.streetAddress();
        form.city = view.city();
        form.state = view.state();
        form.zipCode = view.zipCode();
        form.country = view.country();
        form.storeNumber = view.storeNumber();
        form.phoneNumber = view.phoneNumber();
        form.faxNumber = view.faxNumber();
        form.email = view.email();
        form.website = view.website();
        form.hours = view.hours();
        form.specialtyServices = view.specialtyServices();
        form.driveThrough = view.driveThrough();
        form.twentyFourHour = view.twentyFourHour();
        form.active = view.active();
        return form;
    }

    /** What the door is handed. */
    PharmacyData data() {
        return new PharmacyData(
                name,
                brand,
                streetAddress,
                city,
                state,
                zipCode,
                country,
                storeNumber,
                phoneNumber,
                faxNumber,
                email,
                website,
                hours,
                driveThrough,
                twentyFourHour,
                specialtyServices,
                active);
    }

    /** The name. */
    public String getName() {
        return name;
    }

    /** Sets it. */
    public void setName(String name) {
        this.name = name;
    }

    /** The chain. */
    public String getBrand() {
        return brand;
    }

    /** Sets it. */
    public void setBrand(String brand) {
        this.brand = brand;
    }

    /** Street and number. */
    public String getStreetAddress() {
        return streetAddress;
    }

    /** Sets it. */
    public void setStreetAddress(String streetAddress) {
        this.streetAddress = streetAddress;
    }

    /** The place. */
    public String getCity() {
        return city;
    }

    /** Sets it. */
    public void setCity(String city) {
        this.city = city;
    }

    /** The state. */
    public String getState() {
        return state;
    }

    /** Sets it. */
    public void setState(String state) {
        this.state = state;
    }

    /** The postal code. */
    public String getZipCode() {
        return zipCode;
    }

    /** Sets it. */
    public void setZipCode(String zipCode) {
        this.zipCode = zipCode;
    }

    /** The country. */
    public String getCountry() {
        return country;
    }

    /** Sets it. */
    public void setCountry(String country) {
        this.country = country;
    }

    /** The chain's number. */
    public String getStoreNumber() {
        return storeNumber;
    }

    /** Sets it. */
    public void setStoreNumber(String storeNumber) {
        this.storeNumber = storeNumber;
    }

    /** The telephone. */
    public String getPhoneNumber() {
        return phoneNumber;
    }

    /** Sets it. */
    public void setPhoneNumber(String phoneNumber) {
        this.phoneNumber = phoneNumber;
    }

    /** The fax. */
    public String getFaxNumber() {
        return faxNumber;
    }

    /** Sets it. */
    public void setFaxNumber(String faxNumber) {
        this.faxNumber = faxNumber;
    }

    /** The mail address. */
    public String getEmail() {
        return email;
    }

    /** Sets it. */
    public void setEmail(String email) {
        this.email = email;
    }

    /** The web address. */
    public String getWebsite() {
        return website;
    }

    /** Sets it. */
    public void setWebsite(String website) {
        this.website = website;
    }

    /** When it is open. */
    public String getHours() {
        return hours;
    }

    /** Sets it. */
    public void setHours(String hours) {
        this.hours = hours;
    }

    /** What else it does. */
    public String getSpecialtyServices() {
        return specialtyServices;
    }

    /** Sets it. */
    public void setSpecialtyServices(String specialtyServices) {
        this.specialtyServices = specialtyServices;
    }

    /** Whether one is served in the car. */
    public boolean isDriveThrough() {
        return driveThrough;
    }

    /** Sets it. */
    public void setDriveThrough(boolean driveThrough) {
        this.driveThrough = driveThrough;
    }

    /** Whether it is open day and night. */
    public boolean isTwentyFourHour() {
        return twentyFourHour;
    }

    /** Sets it. */
    public void setTwentyFourHour(boolean twentyFourHour) {
        this.twentyFourHour = twentyFourHour;
    }

    /** Whether it is offered for choice. */
    public boolean isActive() {
        return active;
    }

    /** Sets it. */
    public void setActive(boolean active) {
        this.active = active;
    }
}
