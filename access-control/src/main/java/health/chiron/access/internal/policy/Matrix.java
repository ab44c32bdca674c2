package health.chiron.access.internal.policy;

import static health.chiron.access.api.Action.ANSWER;
import static health.chiron.access.api.Action.BLOCK;
import static health.chiron.access.api.Action.BREAK_GLASS;
import static health.chiron.access.api.Action.CANCEL;
import static health.chiron.access.api.Action.CREATE;
import static health.chiron.access.api.Action.EXPLAIN;
import static health.chiron.access.api.Action.EXPORT;
import static health.chiron.access.api.Action.GRANT;
import static health.chiron.access.api.Action.IMPORT;
import static health.chiron.access.api.Action.LEAVE;
import static health.chiron.access.api.Action.LOOK_UP;
import static health.chiron.access.api.Action.MERGE;
import static health.chiron.access.api.Action.OFFER;
import static health.chiron.access.api.Action.PAY;
import static health.chiron.access.api.Action.READ;
import static health.chiron.access.api.Action.REFER;
import static health.chiron.access.api.Action.REQUEST;
import static health.chiron.access.api.Action.REVIEW;
import static health.chiron.access.api.Action.REVOKE;
import static health.chiron.access.api.Action.SHARE;
import static health.chiron.access.api.Action.SIGN;
import static health.chiron.access.api.Action.TRANSFER;
import static health.chiron.access.api.Action.UPDATE;
import static health.chiron.access.api.Action.VERIFY;
import static health.chiron.access.api.Category.ACCESS;
import static health.chiron.access.api.Category.ACCOUNTS;
import static health.chiron.access.api.Category.ACTIVITY;
import static health.chiron.access.api.Category.ADMINISTRATIVE_DOCUMENTS;
import static health.chiron.access.api.Category.ALLERGIES;
import static health.chiron.access.api.Category.API_CLIENTS;
import static health.chiron.access.api.Category.APPOINTMENTS;
import static health.chiron.access.api.Category.AUDIT;
import static health.chiron.access.api.Category.BILLING;
import static health.chiron.access.api.Category.CHART;
import static health.chiron.access.api.Category.CLINICS;
import static health.chiron.access.api.Category.CONDITIONS;
import static health.chiron.access.api.Category.CONSENTS;
import static health.chiron.access.api.Category.DEMOGRAPHICS;
import static health.chiron.access.api.Category.DIRECTORY;
import static health.chiron.access.api.Category.DOCTORS;
import static health.chiron.access.api.Category.DOCUMENTS;
import static health.chiron.access.api.Category.FAMILIES;
import static health.chiron.access.api.Category.FAMILY_HISTORY;
import static health.chiron.access.api.Category.IDENTITY;
import static health.chiron.access.api.Category.IMPORTS;
import static health.chiron.access.api.Category.LABS;
import static health.chiron.access.api.Category.MEDICATIONS;
import static health.chiron.access.api.Category.OWNER_ENTRIES;
import static health.chiron.access.api.Category.OWN_ACCOUNT;
import static health.chiron.access.api.Category.PRESCRIPTIONS;
import static health.chiron.access.api.Category.SHARES;
import static health.chiron.access.api.Category.VACCINATIONS;
import static health.chiron.access.api.Category.VISITS;
import static health.chiron.access.api.Category.VITALS;
import static health.chiron.domain.access.AccountKind.AUDITOR;
import static health.chiron.domain.access.AccountKind.CLINIC_ADMIN;
import static health.chiron.domain.access.AccountKind.DOCTOR;
import static health.chiron.domain.access.AccountKind.INTEGRATOR;
import static health.chiron.domain.access.AccountKind.OWNER;
import static health.chiron.domain.access.AccountKind.PLATFORM_ADMIN;
import static health.chiron.domain.access.AccountKind.STAFF;

import health.chiron.access.api.Action;
import health.chiron.access.api.Category;
import health.chiron.access.internal.policy.Relationship.Kind;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.access.ClinicRight;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The access matrix of the architecture (section 4) as data. What no line names is denied. */
final class Matrix {
    private static final Set<AccountKind> PEOPLE = EnumSet.of(OWNER, DOCTOR, STAFF, CLINIC_ADMIN);
    private static final Set<AccountKind> CLINIC = EnumSet.of(DOCTOR, STAFF, CLINIC_ADMIN);
    private static final Set<AccountKind> EVERYBODY = EnumSet.complementOf(EnumSet.of(AccountKind.SYSTEM));

    /** The clinical columns of the architecture's table, "records, prescriptions, labs, allergies, vaccinations". */
    private static final Set<Category> RECORDS = EnumSet.of(
            VISITS,
            CONDITIONS,
            PRESCRIPTIONS,
            MEDICATIONS,
            LABS,
            ALLERGIES,
            VACCINATIONS,
            VITALS,
            FAMILY_HISTORY,
            OWNER_ENTRIES);

    private static final Set<Category> IDENTITY_AND_CHART = EnumSet.of(IDENTITY, DEMOGRAPHICS, CHART);

    /** What a block of a person voids: all that can join somebody to a patient, but ownership and an emergency. */
    private static final Set<Kind> BUT_EMERGENCY = EnumSet.of(
            Kind.SHARE_FULL,
            Kind.GRANT,
            Kind.GRANT_OF_DOCTOR,
            Kind.GRANT_WITHOUT_EXCHANGE,
            Kind.SHARE_EDIT,
            Kind.SHARE_VIEW,
            Kind.REQUEST,
            Kind.REGISTRATION,
            Kind.AUTHORSHIP,
            Kind.FAMILY_SHARE,
            Kind.INVITED);

    /** What a block of a clinic voids. What was written there stays readable there: the law has the clinic keep it. */
    private static final Set<Kind> THROUGH_THE_CLINIC =
            EnumSet.of(Kind.GRANT, Kind.GRANT_OF_DOCTOR, Kind.GRANT_WITHOUT_EXCHANGE, Kind.REQUEST, Kind.REGISTRATION);

    /** Asking an owner needs no relationship but the work at a clinic: a block takes that too. */
    private static final Set<Action> ASKING = EnumSet.of(REQUEST, GRANT);

    /** The blocks that an owner can set. Denials win over every rule. */
    static final List<Denial> DENIALS = Stream.of(true, false)
            .flatMap(person -> Stream.of(Kind.BLOCK, Kind.BLOCK_ALWAYS).flatMap(by -> blocks(person, by)))
            .toList();

    private static Stream<Denial> blocks(boolean person, Kind by) {
        String name =
                "owner-keeps-" + (person ? "person" : "clinic") + "-out" + (by == Kind.BLOCK_ALWAYS ? "-always" : "");
        Set<Kind> taken = person ? BUT_EMERGENCY : THROUGH_THE_CLINIC;
        return Stream.of(
                new Denial(name, by, person, by == Kind.BLOCK_ALWAYS ? with(taken, Kind.EMERGENCY) : taken, Set.of()),
                new Denial(
                        name,
                        by,
                        person,
                        Set.of(Kind.MEMBER),
                        by == Kind.BLOCK_ALWAYS ? with(ASKING, BREAK_GLASS) : ASKING));
    }

    static final List<Rule> RULES = List.of(
            // The owner. A doctor may own a dog: what counts for an owner is the relationship, not the kind of account.
            new Rule("owner-reads", Kind.OWNER, PEOPLE, Set.of(READ), IDENTITY_AND_CHART),
            new Rule("owner-reads-records", Kind.OWNER, PEOPLE, Set.of(READ), RECORDS),
            new Rule(
                    "owner-adds-own-entries",
                    Kind.OWNER,
                    PEOPLE,
                    Set.of(CREATE, UPDATE),
                    Set.of(OWNER_ENTRIES, MEDICATIONS, FAMILY_HISTORY)),
            new Rule("owner-adds-documents", Kind.OWNER, PEOPLE, Set.of(READ, CREATE), Set.of(DOCUMENTS)),
            new Rule("owner-corrects-demographics", Kind.OWNER, PEOPLE, Set.of(UPDATE), Set.of(DEMOGRAPHICS)),
            new Rule("owner-books", Kind.OWNER, PEOPLE, Set.of(READ, CREATE, CANCEL), Set.of(APPOINTMENTS)),
            new Rule("owner-pays", Kind.OWNER, PEOPLE, Set.of(READ, PAY), Set.of(BILLING)),
            new Rule("owner-sees-access", Kind.OWNER, PEOPLE, Set.of(READ, EXPLAIN), Set.of(ACCESS)),
            new Rule("owner-sees-who-looked", Kind.OWNER, PEOPLE, Set.of(READ), Set.of(AUDIT)),
            new Rule("owner-opens-access", Kind.OWNER, PEOPLE, Set.of(ANSWER, OFFER), Set.of(ACCESS)),
            new Rule("owner-ends-access", Kind.OWNER, PEOPLE, Set.of(REVOKE), Set.of(ACCESS)),
            new Rule("owner-keeps-out", Kind.OWNER, PEOPLE, Set.of(BLOCK), Set.of(ACCESS)),
            new Rule("owner-marks-own-record", Kind.OWNER, PEOPLE, Set.of(UPDATE), Set.of(SHARES)),
            new Rule("owner-shares", Kind.OWNER, PEOPLE, Set.of(READ, SHARE, REVOKE, TRANSFER), Set.of(SHARES)),
            new Rule("owner-consents", Kind.OWNER, PEOPLE, Set.of(READ, SIGN, REVOKE), Set.of(CONSENTS)),

            // A full share: as the owner, without the ownership, and without a say over clinics' access.
            new Rule("full-share-reads", Kind.SHARE_FULL, PEOPLE, Set.of(READ), IDENTITY_AND_CHART),
            new Rule("full-share-reads-records", Kind.SHARE_FULL, PEOPLE, Set.of(READ), RECORDS),
            new Rule(
                    "full-share-adds-own-entries",
                    Kind.SHARE_FULL,
                    PEOPLE,
                    Set.of(CREATE, UPDATE),
                    Set.of(OWNER_ENTRIES, MEDICATIONS, FAMILY_HISTORY)),
            new Rule("full-share-adds-documents", Kind.SHARE_FULL, PEOPLE, Set.of(READ, CREATE), Set.of(DOCUMENTS)),
            new Rule("full-share-corrects-demographics", Kind.SHARE_FULL, PEOPLE, Set.of(UPDATE), Set.of(DEMOGRAPHICS)),
            new Rule("full-share-books", Kind.SHARE_FULL, PEOPLE, Set.of(READ, CREATE, CANCEL), Set.of(APPOINTMENTS)),
            new Rule("full-share-sees-bills", Kind.SHARE_FULL, PEOPLE, Set.of(READ), Set.of(BILLING)),
            new Rule("full-share-shares", Kind.SHARE_FULL, PEOPLE, Set.of(READ, SHARE, REVOKE, LEAVE), Set.of(SHARES)),

            // An open grant of a clinic.
            new Rule("doctor-reads-under-grant", Kind.GRANT, Set.of(DOCTOR), Set.of(READ), with(RECORDS, CHART)),
            new Rule(
                            "doctor-writes-under-grant",
                            Kind.GRANT,
                            Set.of(DOCTOR),
                            Set.of(CREATE, UPDATE, SIGN),
                            without(RECORDS, OWNER_ENTRIES))
                    .with(ClinicRight.WRITE_RECORDS),
            new Rule(
                    "doctor-keeps-documents-under-grant",
                    Kind.GRANT,
                    Set.of(DOCTOR),
                    Set.of(READ, CREATE, UPDATE, SIGN),
                    Set.of(DOCUMENTS)),
            new Rule(
                    "doctor-books-under-grant",
                    Kind.GRANT,
                    Set.of(DOCTOR),
                    Set.of(READ, CREATE, UPDATE, CANCEL),
                    Set.of(APPOINTMENTS)),
            new Rule("doctor-sees-bills-under-grant", Kind.GRANT, Set.of(DOCTOR), Set.of(READ), Set.of(BILLING)),
            new Rule("doctor-refers", Kind.GRANT, Set.of(DOCTOR), Set.of(REFER), Set.of(ACCESS))
                    .with(ClinicRight.REQUEST_ACCESS),
            new Rule("staff-takes-vitals-under-grant", Kind.GRANT, Set.of(STAFF), Set.of(READ, CREATE), Set.of(VITALS)),
            new Rule(
                    "staff-keeps-papers-under-grant",
                    Kind.GRANT,
                    EnumSet.of(STAFF, CLINIC_ADMIN),
                    Set.of(READ, CREATE),
                    Set.of(ADMINISTRATIVE_DOCUMENTS)),
            new Rule("clinic-knows-under-grant", Kind.GRANT, CLINIC, Set.of(READ), Set.of(IDENTITY, DEMOGRAPHICS)),
            new Rule("clinic-corrects-under-grant", Kind.GRANT, CLINIC, Set.of(UPDATE), Set.of(DEMOGRAPHICS)),
            new Rule("clinic-sees-its-access", Kind.GRANT, CLINIC, Set.of(READ, REVOKE), Set.of(ACCESS)),
            new Rule("clinic-sees-consents", Kind.GRANT, CLINIC, Set.of(READ), Set.of(CONSENTS)),
            new Rule("clinic-explains", Kind.GRANT, EnumSet.of(DOCTOR, CLINIC_ADMIN), Set.of(EXPLAIN), Set.of(ACCESS)),
            new Rule("clinic-asks-again", Kind.GRANT, CLINIC, Set.of(REQUEST), Set.of(ACCESS))
                    .with(ClinicRight.REQUEST_ACCESS),

            // A program reads what the owner opened to its clinic as a whole, as far as its scopes go. It writes
            // nothing clinical:
            // a record needs a person who answers for it.
            new Rule("program-knows-under-grant", Kind.GRANT, Set.of(INTEGRATOR), Set.of(READ), IDENTITY_AND_CHART),
            new Rule(
                    "program-reads-under-grant",
                    Kind.GRANT,
                    Set.of(INTEGRATOR),
                    Set.of(READ),
                    with(without(RECORDS, OWNER_ENTRIES), DOCUMENTS)),
            new Rule(
                    "program-corrects-under-grant",
                    Kind.GRANT,
                    Set.of(INTEGRATOR),
                    Set.of(UPDATE),
                    Set.of(DEMOGRAPHICS)),
            new Rule("program-lists-whom-it-reaches", Kind.ROLE, Set.of(INTEGRATOR), Set.of(READ), Set.of(IDENTITY)),

            // An emergency, opened by the doctor for the doctor.
            new Rule("doctor-knows-in-emergency", Kind.EMERGENCY, Set.of(DOCTOR), Set.of(READ), IDENTITY_AND_CHART),
            new Rule(
                    "doctor-reads-in-emergency",
                    Kind.EMERGENCY,
                    Set.of(DOCTOR),
                    Set.of(READ),
                    with(RECORDS, DOCUMENTS)),
            new Rule(
                            "doctor-writes-in-emergency",
                            Kind.EMERGENCY,
                            Set.of(DOCTOR),
                            Set.of(CREATE, UPDATE, SIGN),
                            without(RECORDS, OWNER_ENTRIES))
                    .with(ClinicRight.WRITE_RECORDS),
            new Rule(
                    "doctor-ends-emergency",
                    Kind.EMERGENCY,
                    Set.of(DOCTOR),
                    Set.of(READ, REVOKE, EXPLAIN),
                    Set.of(ACCESS)),

            // Shares with family.
            new Rule("edit-share-reads", Kind.SHARE_EDIT, PEOPLE, Set.of(READ), IDENTITY_AND_CHART),
            new Rule(
                    "edit-share-reads-records",
                    Kind.SHARE_EDIT,
                    PEOPLE,
                    Set.of(READ),
                    with(RECORDS, DOCUMENTS, APPOINTMENTS)),
            new Rule("edit-share-adds-medication", Kind.SHARE_EDIT, PEOPLE, Set.of(CREATE), Set.of(MEDICATIONS)),
            new Rule("edit-share-leaves", Kind.SHARE_EDIT, PEOPLE, Set.of(READ, LEAVE), Set.of(SHARES)),
            new Rule("view-share-reads", Kind.SHARE_VIEW, PEOPLE, Set.of(READ), IDENTITY_AND_CHART),
            new Rule(
                    "view-share-reads-records",
                    Kind.SHARE_VIEW,
                    PEOPLE,
                    Set.of(READ),
                    with(RECORDS, DOCUMENTS, APPOINTMENTS)),
            new Rule("view-share-leaves", Kind.SHARE_VIEW, PEOPLE, Set.of(READ, LEAVE), Set.of(SHARES)),
            new Rule("family-history-share-reads", Kind.FAMILY_SHARE, PEOPLE, Set.of(READ), Set.of(FAMILY_HISTORY)),
            new Rule("family-history-share-leaves", Kind.FAMILY_SHARE, PEOPLE, Set.of(READ, LEAVE), Set.of(SHARES)),
            new Rule("invited-sees-who-it-is", Kind.INVITED, PEOPLE, Set.of(READ), Set.of(IDENTITY)),
            new Rule("invited-answers", Kind.INVITED, PEOPLE, Set.of(READ, ANSWER), Set.of(SHARES)),
            new Rule("people-list-own-invitations", Kind.ROLE, PEOPLE, Set.of(READ), Set.of(SHARES)),

            // Families join nobody to a patient: an owner brings the own ones in. Who is in a family is asked at its
            // door.
            new Rule("owner-brings-into-family", Kind.OWNER, PEOPLE, Set.of(CREATE, CANCEL), Set.of(FAMILIES)),
            new Rule(
                    "people-keep-families",
                    Kind.ROLE,
                    PEOPLE,
                    Set.of(READ, CREATE, UPDATE, SHARE, LEAVE),
                    Set.of(FAMILIES)),
            new Rule("people-answer-into-families", Kind.ROLE, PEOPLE, Set.of(ANSWER, REVOKE), Set.of(SHARES)),

            // What a clinic may while it waits, and what it keeps.
            new Rule("clinic-waits", Kind.REQUEST, CLINIC, Set.of(READ), Set.of(IDENTITY, ACCESS)),
            new Rule("clinic-enters-code", Kind.REQUEST, CLINIC, Set.of(GRANT), Set.of(ACCESS))
                    .with(ClinicRight.REQUEST_ACCESS),
            new Rule("clinic-registered", Kind.REGISTRATION, CLINIC, Set.of(READ), Set.of(IDENTITY, ACCESS, CONSENTS)),
            new Rule("clinic-takes-consent", Kind.REGISTRATION, CLINIC, Set.of(CREATE), Set.of(CONSENTS))
                    .with(ClinicRight.REGISTER_PATIENTS),
            new Rule("clinic-proves-owner-contact", Kind.REGISTRATION, CLINIC, Set.of(UPDATE), Set.of(ACCESS)),
            new Rule("clinic-proves-owner-contact", Kind.REQUEST, CLINIC, Set.of(UPDATE), Set.of(ACCESS)),
            new Rule(
                    "administrator-reads-own-records",
                    Kind.AUTHORSHIP,
                    Set.of(CLINIC_ADMIN),
                    Set.of(READ),
                    with(without(RECORDS, OWNER_ENTRIES), IDENTITY, CHART, DOCUMENTS)),
            new Rule("administrator-explains", Kind.AUTHORSHIP, Set.of(CLINIC_ADMIN), Set.of(EXPLAIN), Set.of(ACCESS)),

            // Working at a clinic.
            new Rule("clinic-asks-owner", Kind.MEMBER, CLINIC, Set.of(REQUEST, GRANT), Set.of(ACCESS))
                    .with(ClinicRight.REQUEST_ACCESS),
            new Rule("clinic-breaks-glass", Kind.MEMBER, Set.of(DOCTOR), Set.of(BREAK_GLASS), Set.of(ACCESS))
                    .with(ClinicRight.EMERGENCY),
            new Rule("clinic-finds-in-emergency", Kind.MEMBER, Set.of(DOCTOR), Set.of(BREAK_GLASS), Set.of(IDENTITY))
                    .with(ClinicRight.EMERGENCY),
            new Rule(
                    "administrator-reviews-emergencies",
                    Kind.MEMBER,
                    Set.of(CLINIC_ADMIN),
                    Set.of(READ, REVIEW),
                    Set.of(ACCESS)),
            new Rule(
                    "administrator-keeps-consent-texts",
                    Kind.MEMBER,
                    Set.of(CLINIC_ADMIN),
                    Set.of(READ, CREATE, UPDATE),
                    Set.of(CONSENTS)),
            new Rule(
                    "desk-books",
                    Kind.MEMBER,
                    EnumSet.of(STAFF, CLINIC_ADMIN),
                    Set.of(READ, CREATE, UPDATE, CANCEL),
                    Set.of(APPOINTMENTS)),
            new Rule(
                            "desk-bills",
                            Kind.MEMBER,
                            EnumSet.of(STAFF, CLINIC_ADMIN),
                            Set.of(READ, CREATE, UPDATE, CANCEL, PAY),
                            Set.of(BILLING))
                    .with(ClinicRight.BILLING),
            new Rule("clinic-keeps-its-access", Kind.MEMBER, CLINIC, Set.of(READ, REVOKE), Set.of(ACCESS)),
            new Rule(
                    "administrator-reads-clinic-records",
                    Kind.MEMBER,
                    Set.of(CLINIC_ADMIN),
                    Set.of(READ),
                    Set.of(VISITS, AUDIT)),
            new Rule(
                    "member-reads-clinic",
                    Kind.MEMBER,
                    EnumSet.of(DOCTOR, STAFF, CLINIC_ADMIN, INTEGRATOR),
                    Set.of(READ),
                    Set.of(CLINICS)),
            new Rule("administrator-runs-clinic", Kind.MEMBER, Set.of(CLINIC_ADMIN), Set.of(UPDATE), Set.of(CLINICS)),
            new Rule(
                    "administrator-invites-people",
                    Kind.MEMBER,
                    Set.of(CLINIC_ADMIN),
                    Set.of(CREATE),
                    Set.of(ACCOUNTS)),
            new Rule(
                    "administrator-keeps-people",
                    Kind.MEMBER,
                    Set.of(CLINIC_ADMIN),
                    Set.of(READ, CREATE, UPDATE, REVOKE, GRANT),
                    Set.of(Category.PEOPLE)),
            new Rule(
                    "administrator-keeps-accounts",
                    Kind.MEMBER,
                    Set.of(CLINIC_ADMIN),
                    Set.of(READ, UPDATE),
                    Set.of(ACCOUNTS)),
            new Rule(
                    "platform-keeps-accounts",
                    Kind.ROLE,
                    Set.of(PLATFORM_ADMIN),
                    Set.of(READ, UPDATE),
                    Set.of(ACCOUNTS)),
            new Rule("clinic-registers-patients", Kind.MEMBER, CLINIC, Set.of(CREATE), Set.of(DEMOGRAPHICS))
                    .with(ClinicRight.REGISTER_PATIENTS),
            new Rule("integrator-brings-records", Kind.MEMBER, Set.of(INTEGRATOR), Set.of(IMPORT), Set.of(IMPORTS)),
            new Rule("clinic-finds-patients", Kind.ROLE, CLINIC, Set.of(LOOK_UP), Set.of(IDENTITY)),
            new Rule("people-list-whom-they-reach", Kind.ROLE, PEOPLE, Set.of(READ), Set.of(IDENTITY)),
            new Rule("doctor-lists-own-drafts", Kind.ROLE, Set.of(DOCTOR), Set.of(READ), Set.of(VISITS)),
            new Rule(
                    "people-list-their-clinics",
                    Kind.ROLE,
                    EnumSet.of(OWNER, DOCTOR, STAFF, CLINIC_ADMIN, INTEGRATOR),
                    Set.of(READ),
                    Set.of(CLINICS)),
            new Rule(
                    "platform-runs-clinics",
                    Kind.ROLE,
                    Set.of(PLATFORM_ADMIN),
                    Set.of(READ, CREATE, UPDATE),
                    Set.of(CLINICS)),
            new Rule(
                    "platform-opens-and-closes-clinics",
                    Kind.ROLE,
                    Set.of(PLATFORM_ADMIN),
                    Set.of(VERIFY, GRANT, REVOKE),
                    Set.of(CLINICS)),
            new Rule(
                    "platform-keeps-people",
                    Kind.ROLE,
                    Set.of(PLATFORM_ADMIN),
                    Set.of(READ, CREATE, UPDATE, REVOKE, GRANT),
                    Set.of(Category.PEOPLE)),
            new Rule("everybody-reads-directories", Kind.ROLE, EVERYBODY, Set.of(READ), Set.of(DOCTORS, DIRECTORY)),
            new Rule("doctor-keeps-own-profile", Kind.ROLE, Set.of(DOCTOR), Set.of(UPDATE), Set.of(DOCTORS)),
            new Rule(
                    "platform-vouches-for-doctors", Kind.ROLE, Set.of(PLATFORM_ADMIN), Set.of(VERIFY), Set.of(DOCTORS)),
            new Rule(
                    "administrators-keep-directory",
                    Kind.ROLE,
                    EnumSet.of(CLINIC_ADMIN, PLATFORM_ADMIN),
                    Set.of(CREATE, UPDATE),
                    Set.of(DIRECTORY)),
            // Programs of integrators: the clinic asks and keeps, the platform decides.
            new Rule(
                    "administrator-sees-programs",
                    Kind.MEMBER,
                    Set.of(CLINIC_ADMIN),
                    Set.of(READ),
                    Set.of(API_CLIENTS)),
            new Rule(
                            "administrator-keeps-programs",
                            Kind.MEMBER,
                            Set.of(CLINIC_ADMIN),
                            Set.of(CREATE, UPDATE, REVOKE),
                            Set.of(API_CLIENTS))
                    .with(ClinicRight.INTEGRATIONS),
            new Rule(
                    "platform-decides-on-programs",
                    Kind.ROLE,
                    Set.of(PLATFORM_ADMIN),
                    Set.of(READ, ANSWER, UPDATE, REVOKE),
                    Set.of(API_CLIENTS)),
            new Rule("platform-merges-entries", Kind.ROLE, Set.of(PLATFORM_ADMIN), Set.of(MERGE), Set.of(DIRECTORY)),
            new Rule("platform-makes-accounts", Kind.ROLE, Set.of(PLATFORM_ADMIN), Set.of(CREATE), Set.of(ACCOUNTS)),
            // The log: each looks at and takes away what concerns them.
            new Rule("owner-takes-log-away", Kind.OWNER, PEOPLE, Set.of(EXPORT), Set.of(AUDIT)),
            new Rule("administrator-takes-log-away", Kind.MEMBER, Set.of(CLINIC_ADMIN), Set.of(EXPORT), Set.of(AUDIT)),
            new Rule("auditor-reads-log", Kind.ROLE, Set.of(AUDITOR), Set.of(READ, VERIFY, EXPORT), Set.of(AUDIT)),
            new Rule(
                    "platform-reads-activity",
                    Kind.ROLE,
                    EnumSet.of(PLATFORM_ADMIN, AUDITOR),
                    Set.of(READ),
                    Set.of(ACTIVITY)),
            new Rule(
                    "platform-reads-safeguards",
                    Kind.ROLE,
                    EnumSet.of(PLATFORM_ADMIN, AUDITOR),
                    Set.of(READ),
                    Set.of(Category.SAFEGUARDS)),
            new Rule(
                    "auditor-keeps-examples",
                    Kind.ROLE,
                    Set.of(AUDITOR),
                    Set.of(READ, CREATE, UPDATE),
                    Set.of(Category.POLICY)),
            new Rule("auditor-explains", Kind.ROLE, Set.of(AUDITOR), Set.of(EXPLAIN), Set.of(ACCESS)),
            new Rule("everybody-keeps-own-account", Kind.ROLE, EVERYBODY, Set.of(READ, UPDATE), Set.of(OWN_ACCOUNT)));

    private Matrix() {}

    @SafeVarargs
    private static <E extends Enum<E>> Set<E> with(Set<E> some, E... more) {
        EnumSet<E> all = EnumSet.copyOf(some);
        all.addAll(List.of(more));
        return all;
    }

    private static Set<Category> without(Set<Category> some, Category one) {
        EnumSet<Category> rest = EnumSet.copyOf(some);
        rest.remove(one);
        return rest;
    }
}
