package health.chiron.portal.patients;

import health.chiron.access.api.ConsentAtDesk;
import health.chiron.access.api.NewOwner;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.records.PatientKind;
import health.chiron.domain.records.Sex;
import health.chiron.domain.records.Species;
import health.chiron.portal.page.ContactAsTyped;
import health.chiron.records.api.Address;
import health.chiron.records.api.PatientData;
import health.chiron.records.api.RegisterPatient;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** The fields of the registration, as typed. */
public class RegistrationForm implements Serializable {
    private static final long serialVersionUID = 1L;

    private PatientKind kind = PatientKind.ANIMAL;
    private String givenName;
    private String familyName;
    private LocalDate birthDate;
    private Sex sex = Sex.UNKNOWN;
    private Species species;
    private String breed;
    private String colour;
    private Boolean neutered;
    private String microchip;
    private String line;
    private String city;
    private String postalCode;
    private String country;
    private String ownerName;
    private String ownerEmail;
    private String ownerPhone;
    private String ownerLanguage = "en";

    /** What the door is handed: an animal without a family name, a person without animal facts. */
    public RegisterPatient command(ClinicId clinic, ConsentAtDesk consent) {
        boolean animal = kind == PatientKind.ANIMAL;
        boolean address = line != null || city != null || postalCode != null || country != null;
        PatientData data = new PatientData(
                kind,
                givenName,
                animal ? null : familyName,
                birthDate,
                sex,
                null,
                animal ? species : null,
                animal ? breed : null,
                animal ? colour : null,
                animal ? neutered : null,
                animal && microchip != null ? microchip.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT) : null,
                address ? new Address(line, city, null, postalCode, country) : null,
                List.of());
        return new RegisterPatient(
                clinic,
                data,
                new NewOwner(
                        ownerName,
                        ownerEmail == null ? null : ownerEmail.strip(),
                        ContactAsTyped.plain(ownerPhone),
                        ownerLanguage),
                consent);
    }

    /** Whether the form is about an animal. */
    public boolean isAnimal() {
        return kind == PatientKind.ANIMAL;
    }

    /** A person or an animal. */
    public PatientKind getKind() {
        return kind;
    }

    /** Sets it. */
    public void setKind(PatientKind kind) {
        this.kind = kind;
    }

    /** Given names, or the animal's name. */
    public String getGivenName() {
        return givenName;
    }

    /** Sets it. */
    public void setGivenName(String givenName) {
        this.givenName = givenName;
    }

    /** Family name of a person. */
    public String getFamilyName() {
        return familyName;
    }

    /** Sets it. */
    public void setFamilyName(String familyName) {
        this.familyName = familyName;
    }

    /** Date of birth. */
    public LocalDate getBirthDate() {
        return birthDate;
    }

    /** Sets it. */
    public void setBirthDate(LocalDate birthDate) {
        this.birthDate = birthDate;
    }

    /** Sex. */
    public Sex getSex() {
        return sex;
    }

    /** Sets it. */
    public void setSex(Sex sex) {
        this.sex = sex;
    }

    /** Species. */
    public Species getSpecies() {
        return species;
    }

    /** Sets it. */
    public void setSpecies(Species species) {
        this.species = species;
    }

    /** Breed. */
    public String getBreed() {
        return breed;
    }

    /** Sets it. */
    public void setBreed(String breed) {
        this.breed = breed;
    }

    /** Colour of the coat. */
    public String getColour() {
        return colour;
    }

    /** Sets it. */
    public void setColour(String colour) {
        this.colour = colour;
    }

    /** Whether neutered; null for not known. */
    public Boolean getNeutered() {
        return neutered;
    }

    /** Sets it. */
    public void setNeutered(Boolean neutered) {
        this.neutered = neutered;
    }

    /** Microchip. */
    public String getMicrochip() {
        return microchip;
    }

    /** Sets it. */
    public void setMicrochip(String microchip) {
        this.microchip = microchip;
    }

    /** Street and number. */
    public String getLine() {
        return line;
    }

    /** Sets it. */
    public void setLine(String line) {
        this.line = line;
    }

    /** Town. */
    public String getCity() {
        return city;
    }

    /** Sets it. */
    public void setCity(String city) {
        this.city = city;
    }

    /** Postal code. */
    public String getPostalCode() {
        return postalCode;
    }

    /** Sets it. */
    public void setPostalCode(String postalCode) {
        this.postalCode = postalCode;
    }

    /** Country. */
    public String getCountry() {
        return country;
    }

    /** Sets it. */
    public void setCountry(String country) {
        this.country = country;
    }

    /** The owner's full name. */
    public String getOwnerName() {
        return ownerName;
    }

    /** Sets it. */
    public void setOwnerName(String ownerName) {
        this.ownerName = ownerName;
    }

    /** The owner's mail address. */
    public String getOwnerEmail() {
        return ownerEmail;
    }

    /** Sets it. */
    public void setOwnerEmail(String ownerEmail) {
        this.ownerEmail = ownerEmail;
    }

    /** The owner's telephone number. */
    public String getOwnerPhone() {
        return ownerPhone;
    }

    /** Sets it. */
    public void setOwnerPhone(String ownerPhone) {
        this.ownerPhone = ownerPhone;
    }

    /** The language of the owner's messages. */
    public String getOwnerLanguage() {
        return ownerLanguage;
    }

    /** Sets it. */
    public void setOwnerLanguage(String ownerLanguage) {
        this.ownerLanguage = ownerLanguage;
    }
}
