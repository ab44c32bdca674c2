package health.chiron.access.internal.policy;

import static health.chiron.access.api.Action.CREATE;
import static health.chiron.access.api.Action.EXPORT;
import static health.chiron.access.api.Action.GRANT;
import static health.chiron.access.api.Action.IMPORT;
import static health.chiron.access.api.Action.LOOK_UP;
import static health.chiron.access.api.Action.READ;
import static health.chiron.access.api.Action.REQUEST;
import static health.chiron.access.api.Action.REVOKE;
import static health.chiron.access.api.Action.SIGN;
import static health.chiron.access.api.Action.UPDATE;
import static health.chiron.access.api.Action.VERIFY;
import static health.chiron.access.api.Category.ACCESS;
import static health.chiron.access.api.Category.ACCOUNTS;
import static health.chiron.access.api.Category.ACTIVITY;
import static health.chiron.access.api.Category.AUDIT;
import static health.chiron.access.api.Category.CHART;
import static health.chiron.access.api.Category.CLINICS;
import static health.chiron.access.api.Category.CONDITIONS;
import static health.chiron.access.api.Category.DEMOGRAPHICS;
import static health.chiron.access.api.Category.IDENTITY;
import static health.chiron.access.api.Category.IMPORTS;
import static health.chiron.access.api.Category.OWN_ACCOUNT;
import static health.chiron.access.api.Category.VISITS;
import static health.chiron.domain.access.AccountKind.AUDITOR;
import static health.chiron.domain.access.AccountKind.CLINIC_ADMIN;
import static health.chiron.domain.access.AccountKind.DOCTOR;
import static health.chiron.domain.access.AccountKind.INTEGRATOR;
import static health.chiron.domain.access.AccountKind.OWNER;
import static health.chiron.domain.access.AccountKind.PLATFORM_ADMIN;
import static health.chiron.domain.access.AccountKind.STAFF;

import health.chiron.access.internal.policy.Relationship.Kind;
import health.chiron.domain.access.AccountKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The access matrix of the architecture (section 4) as data. What no line names is denied. */
final class Matrix {
    private static final Set<AccountKind> PEOPLE = EnumSet.of(OWNER, DOCTOR, STAFF, CLINIC_ADMIN);
    private static final Set<AccountKind> CLINIC = EnumSet.of(DOCTOR, STAFF, CLINIC_ADMIN);
    private static final Set<AccountKind> EVERYBODY = EnumSet.complementOf(EnumSet.of(AccountKind.SYSTEM));

    static final List<Rule> RULES = List.of(
            // A doctor may own a dog: what counts for an owner is the relationship, not the kind of account.
            new Rule(
                    "owner-reads",
                    Kind.OWNER,
                    PEOPLE,
                    Set.of(READ),
                    Set.of(IDENTITY, DEMOGRAPHICS, CHART, VISITS, CONDITIONS, ACCESS, AUDIT)),
            new Rule("owner-corrects-demographics", Kind.OWNER, PEOPLE, Set.of(UPDATE), Set.of(DEMOGRAPHICS)),
            new Rule("owner-ends-access", Kind.OWNER, PEOPLE, Set.of(REVOKE), Set.of(ACCESS)),
            new Rule(
                    "doctor-reads-under-grant",
                    Kind.GRANT,
                    Set.of(DOCTOR),
                    Set.of(READ),
                    Set.of(CHART, VISITS, CONDITIONS)),
            new Rule(
                    "doctor-writes-under-grant",
                    Kind.GRANT,
                    Set.of(DOCTOR),
                    Set.of(CREATE, UPDATE, SIGN),
                    Set.of(VISITS)),
            new Rule("clinic-knows-under-grant", Kind.GRANT, CLINIC, Set.of(READ), Set.of(IDENTITY, DEMOGRAPHICS)),
            new Rule("clinic-corrects-under-grant", Kind.GRANT, CLINIC, Set.of(UPDATE), Set.of(DEMOGRAPHICS)),
            new Rule("clinic-sees-its-access", Kind.GRANT, CLINIC, Set.of(READ, REQUEST, REVOKE), Set.of(ACCESS)),
            new Rule("clinic-waits", Kind.REQUEST, CLINIC, Set.of(READ), Set.of(IDENTITY, ACCESS)),
            new Rule("clinic-enters-code", Kind.REQUEST, CLINIC, Set.of(GRANT), Set.of(ACCESS)),
            new Rule("clinic-registered", Kind.REGISTRATION, CLINIC, Set.of(READ), Set.of(IDENTITY, ACCESS)),
            new Rule("clinic-proves-owner-contact", Kind.REGISTRATION, CLINIC, Set.of(UPDATE), Set.of(ACCESS)),
            new Rule("clinic-proves-owner-contact", Kind.REQUEST, CLINIC, Set.of(UPDATE), Set.of(ACCESS)),
            new Rule(
                    "administrator-reads-own-records",
                    Kind.AUTHORSHIP,
                    Set.of(CLINIC_ADMIN),
                    Set.of(READ),
                    Set.of(IDENTITY, CHART, VISITS)),
            new Rule("clinic-asks-owner", Kind.MEMBER, CLINIC, Set.of(REQUEST, GRANT, READ, REVOKE), Set.of(ACCESS)),
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
            new Rule("clinic-registers-patients", Kind.MEMBER, CLINIC, Set.of(CREATE), Set.of(DEMOGRAPHICS)),
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
            new Rule("everybody-keeps-own-account", Kind.ROLE, EVERYBODY, Set.of(READ, UPDATE), Set.of(OWN_ACCOUNT)));

    private Matrix() {}
}
