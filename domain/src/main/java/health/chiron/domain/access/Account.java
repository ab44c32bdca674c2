package health.chiron.domain.access;

import health.chiron.domain.records.PatientId;
import health.chiron.domain.shared.Refusal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody or something that signs in. An account is made by somebody else and waits as invited until its holder sets a
 * password; it is active from then on. Contacts count only when a code sent there has come back. An account is never deleted,
 * for records and the log name it: it is deactivated, with a reason, and can be taken into use again.
 */
@Entity
@Table(schema = "access", name = "account")
public class Account {
    /** How long a portal session may rest, unless its holder says otherwise. */
    private static final int USUAL_SESSION_MINUTES = 30;

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private AccountKind kind;

    private String username;

    @Column(name = "full_name")
    private String fullName;

    private String email;

    @Column(name = "email_verified_at")
    private Instant emailVerifiedAt;

    private String phone;

    @Column(name = "phone_verified_at")
    private Instant phoneVerifiedAt;

    @Column(name = "password_hash")
    private String passwordHash;

    @Column(name = "password_changed_at")
    private Instant passwordChangedAt;

    @Column(name = "password_change_required")
    private boolean passwordChangeRequired;

    @Enumerated(EnumType.STRING)
    @Column(name = "auth_method")
    private AuthMethod authMethod;

    @Enumerated(EnumType.STRING)
    @Column(name = "sso_linking_preference")
    private LinkingPreference linkingPreference;

    @Enumerated(EnumType.STRING)
    private AccountStatus status;

    @Column(name = "deactivated_at")
    private Instant deactivatedAt;

    @Column(name = "deactivated_by")
    private UUID deactivatedBy;

    @Column(name = "deactivation_reason")
    private String deactivationReason;

    private String language;

    @Enumerated(EnumType.STRING)
    private Theme theme;

    @Column(name = "time_zone")
    private String timeZone;

    @Enumerated(EnumType.STRING)
    @Column(name = "unit_system")
    private UnitSystem unitSystem;

    @Enumerated(EnumType.STRING)
    @Column(name = "date_format")
    private DateFormat dateFormat;

    @Column(name = "session_minutes")
    private int sessionMinutes;

    @Column(name = "active_patient_id")
    private UUID patientAtHand;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Version
    private long version;

    /** For JPA. */
    protected Account() {}

    /**
     * Makes an account that waits for its holder.
     *
     * @param email may be null when a phone is there
     * @param phone E.164; may be null when a mail address is there
     */
    public static Account invite(
            AccountKind kind,
            String username,
            String fullName,
            String email,
            String phone,
            String language,
            String timeZone,
            Instant at) {
        Account account = new Account();
        account.id = AccountId.next().value();
        account.kind = Objects.requireNonNull(kind, "kind");
        account.username = username.toLowerCase(Locale.ROOT);
        account.fullName = Objects.requireNonNull(fullName, "fullName");
        account.email = email == null ? null : email.toLowerCase(Locale.ROOT);
        account.phone = phone;
        account.status = AccountStatus.INVITED;
        account.authMethod = AuthMethod.LOCAL;
        account.language = language == null ? "en" : language;
        account.theme = Theme.AUTO;
        account.timeZone = Objects.requireNonNull(timeZone, "timeZone");
        account.unitSystem = UnitSystem.METRIC;
        account.dateFormat = DateFormat.LANGUAGE;
        account.sessionMinutes = USUAL_SESSION_MINUTES;
        account.createdAt = Objects.requireNonNull(at, "at");
        return account;
    }

    /**
     * Makes an owner's account for somebody whom a provider of single sign-on has signed in; it is active at once and has no
     * password. The link to the identity follows in the same transaction.
     *
     * @param email one that the provider has verified; may be null
     */
    public static Account ofProvider(String username, String fullName, String email, String language, Instant at) {
        Account account = invite(AccountKind.OWNER, username, fullName, email, null, language, "UTC", at);
        account.status = AccountStatus.ACTIVE;
        account.authMethod = AuthMethod.SSO;
        account.emailVerifiedAt = account.email == null ? null : at;
        return account;
    }

    /** The holder has set the first password. */
    public void activate(String hash, Instant at) {
        if (status != AccountStatus.INVITED) {
            throw Refusal.conflict("account/not-invited", "This account has been activated already.");
        }
        passwordHash = Objects.requireNonNull(hash, "hash");
        passwordChangedAt = at;
        status = AccountStatus.ACTIVE;
    }

    /**
     * Retires it: refused everywhere from now on, kept for the records that name it. What it owns stays its own.
     *
     * @param reason why, for those who look later
     */
    public void deactivate(AccountId by, String reason, Instant at) {
        if (status == AccountStatus.DEACTIVATED) {
            throw Refusal.conflict("account/deactivated", "This account has been deactivated already.");
        }
        status = AccountStatus.DEACTIVATED;
        deactivatedAt = Objects.requireNonNull(at, "at");
        deactivatedBy = by.value();
        deactivationReason = Objects.requireNonNull(reason, "reason");
    }

    /** Takes it into use again, as it was: whoever had never set a password waits for an invitation once more. */
    public void reactivate() {
        if (status != AccountStatus.DEACTIVATED) {
            throw Refusal.conflict("account/not-deactivated", "This account is not deactivated.");
        }
        boolean neverActive = passwordHash == null && authMethod != AuthMethod.SSO;
        status = neverActive ? AccountStatus.INVITED : AccountStatus.ACTIVE;
        deactivatedAt = null;
        deactivatedBy = null;
        deactivationReason = null;
    }

    /** The password is to be changed before anything else is done. */
    public void requireNewPassword() {
        if (status != AccountStatus.ACTIVE) {
            throw Refusal.conflict("account/not-active", "This account is not in use.");
        }
        if (authMethod == AuthMethod.SSO) {
            throw Refusal.conflict("account/no-password", "This account has no password.");
        }
        passwordChangeRequired = true;
    }

    /** A code sent to the mail address has come back. */
    public void proveEmail(Instant at) {
        if (email == null) {
            throw new IllegalStateException("there is no mail address to prove");
        }
        emailVerifiedAt = at;
    }

    /** A code sent to the telephone has come back. */
    public void provePhone(Instant at) {
        if (phone == null) {
            throw new IllegalStateException("there is no telephone to prove");
        }
        phoneVerifiedAt = at;
    }

    /** Another name: it was misspelt, or has changed. */
    public void rename(String newName) {
        fullName = Objects.requireNonNull(newName, "newName");
    }

    /** A code sent to the new contact has come back: it takes the place of the old one of its kind, or comes beside the other. */
    public void moveTo(ContactKind contact, String proven, Instant at) {
        Objects.requireNonNull(proven, "proven");
        Objects.requireNonNull(at, "at");
        switch (contact) {
            case EMAIL -> {
                email = proven.toLowerCase(Locale.ROOT);
                emailVerifiedAt = at;
            }
            case PHONE -> {
                phone = proven;
                phoneVerifiedAt = at;
            }
        }
    }

    /**
     * Takes a contact away; the other one stays, and is proven.
     *
     * @throws Refusal conflict {@code account/no-such-contact}, {@code account/last-contact}
     */
    public void dropContact(ContactKind contact) {
        boolean there = contact == ContactKind.EMAIL ? email != null : phone != null;
        if (!there) {
            throw Refusal.conflict("account/no-such-contact", "There is no such contact.");
        }
        if (contact == ContactKind.EMAIL ? !phoneProven() : !emailProven()) {
            throw Refusal.conflict(
                    "account/last-contact",
                    "This is the only confirmed contact. Add another one before you remove it.");
        }
        switch (contact) {
            case EMAIL -> {
                email = null;
                emailVerifiedAt = null;
            }
            case PHONE -> {
                phone = null;
                phoneVerifiedAt = null;
            }
        }
    }

    /**
     * Sets the contacts of somebody who waits for an invitation right; neither is proven yet. Later they are the holder's own.
     *
     * @param newEmail may be null when a phone is there
     * @param newPhone may be null when a mail address is there
     * @throws Refusal conflict {@code account/contact-is-holders}
     */
    public void correctContacts(String newEmail, String newPhone) {
        if (!isUnused()) {
            throw Refusal.conflict(
                    "account/contact-is-holders",
                    "The holder uses this account: only they change how they are reached.");
        }
        email = newEmail == null ? null : newEmail.toLowerCase(Locale.ROOT);
        phone = newPhone;
    }

    /** Whether nobody has ever used it: it waits for its holder, and no contact is proven. */
    public boolean isUnused() {
        return status == AccountStatus.INVITED && !contactProven();
    }

    /** Whether these are its contacts. */
    public boolean isReachedBy(String someEmail, String somePhone) {
        return Objects.equals(email, someEmail == null ? null : someEmail.toLowerCase(Locale.ROOT))
                && Objects.equals(phone, somePhone);
    }

    /** Gives name and contacts of an account free that was made by mistake and that nobody has used: they may be somebody else's. */
    public void release() {
        if (!isUnused()) {
            throw new IllegalStateException("somebody uses this account");
        }
        username = "released-" + id;
        email = null;
        phone = null;
    }

    /** How the portal speaks and looks to the holder. */
    public void prefer(String newLanguage, Theme newTheme, String newTimeZone) {
        language = Objects.requireNonNull(newLanguage, "language");
        theme = Objects.requireNonNull(newTheme, "theme");
        timeZone = Objects.requireNonNull(newTimeZone, "timeZone");
    }

    /**
     * How values, dates and pauses are for the holder.
     *
     * @param minutes how long a portal session may rest; the house may allow less
     */
    public void prefer(UnitSystem units, DateFormat dates, int minutes) {
        unitSystem = Objects.requireNonNull(units, "units");
        dateFormat = Objects.requireNonNull(dates, "dates");
        sessionMinutes = minutes;
    }

    /** What happens when somebody with the same verified mail address arrives from a provider. */
    public void preferLinking(LinkingPreference preference) {
        linkingPreference = Objects.requireNonNull(preference, "preference");
    }

    /** How it signs in. */
    public AuthMethod authMethod() {
        return authMethod;
    }

    /** What the holder has said about linking; empty for what the provider's operator has set. */
    public Optional<LinkingPreference> linkingPreference() {
        return Optional.ofNullable(linkingPreference);
    }

    /** Keeps a patient at hand; null for none. */
    public void keepAtHand(PatientId patient) {
        patientAtHand = patient == null ? null : patient.value();
    }

    /** The patient kept at hand, reached or not. */
    public Optional<PatientId> patientAtHand() {
        return Optional.ofNullable(patientAtHand).map(PatientId::new);
    }

    /** The id. */
    public AccountId id() {
        return new AccountId(id);
    }

    /** What kind of work it does. */
    public AccountKind kind() {
        return kind;
    }

    /** The sign-in name, in lower case. */
    public String username() {
        return username;
    }

    /** The name that others see. */
    public String fullName() {
        return fullName;
    }

    /** The mail address, proven or not. */
    public Optional<String> email() {
        return Optional.ofNullable(email);
    }

    /** Whether the mail address is proven. */
    public boolean emailProven() {
        return emailVerifiedAt != null;
    }

    /** The telephone number, proven or not. */
    public Optional<String> phone() {
        return Optional.ofNullable(phone);
    }

    /** Whether the telephone number is proven. */
    public boolean phoneProven() {
        return phoneVerifiedAt != null;
    }

    /** Whether some contact is proven. */
    public boolean contactProven() {
        return emailProven() || phoneProven();
    }

    /** Where it stands. */
    public AccountStatus status() {
        return status;
    }

    /** The language of messages and pages. */
    public String language() {
        return language;
    }

    /** How pages look. */
    public Theme theme() {
        return theme;
    }

    /** The zone in which times are shown. */
    public String timeZone() {
        return timeZone;
    }

    /** In which units values are shown. */
    public UnitSystem unitSystem() {
        return unitSystem;
    }

    /** How dates are written. */
    public DateFormat dateFormat() {
        return dateFormat;
    }

    /** How long a portal session may rest, in minutes; the house may allow less. */
    public int sessionMinutes() {
        return sessionMinutes;
    }

    /** Whether the password is to be changed before anything else is done. */
    public boolean mustChangePassword() {
        return passwordChangeRequired;
    }
}
