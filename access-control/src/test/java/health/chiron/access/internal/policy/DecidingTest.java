package health.chiron.access.internal.policy;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.access.api.Action;
import health.chiron.access.api.Actor;
import health.chiron.access.api.Category;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.GrantId;
import health.chiron.domain.access.Section;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The matrix of the architecture, section 4, cell by cell for what there is. */
class DecidingTest {
    private static final ClinicId CLINIC = ClinicId.next();

    private final Policy policy = new Policy();

    @ParameterizedTest
    @EnumSource(AccountKind.class)
    void a_stranger_reaches_nothing_of_a_patient(AccountKind kind) {
        for (Action action : Action.values()) {
            for (Category category : Category.values()) {
                assertThat(policy.decide(actor(kind), action, category, List.of()))
                        .isEqualTo(new Decision.Denied("no-relationship", true));
            }
        }
    }

    @Test
    void what_is_not_known_is_denied() {
        assertThat(policy.decide(null, Action.READ, Category.VISITS, List.of())).isInstanceOf(Decision.Denied.class);
        assertThat(policy.decide(actor(AccountKind.OWNER), null, Category.VISITS, List.of()))
                .isInstanceOf(Decision.Denied.class);
        assertThat(policy.decide(actor(AccountKind.OWNER), Action.READ, null, List.of()))
                .isInstanceOf(Decision.Denied.class);
        assertThat(policy.decide(actor(AccountKind.OWNER), Action.READ, Category.VISITS, null))
                .isInstanceOf(Decision.Denied.class);
    }

    static Stream<Cell> cells() {
        Relationship owner = Relationship.plain(Relationship.Kind.OWNER, null);
        Relationship request = Relationship.plain(Relationship.Kind.REQUEST, CLINIC);
        Relationship registration = Relationship.plain(Relationship.Kind.REGISTRATION, CLINIC);
        Relationship authorship = Relationship.plain(Relationship.Kind.AUTHORSHIP, CLINIC);
        Relationship member = Relationship.plain(Relationship.Kind.MEMBER, CLINIC);
        Relationship role = Relationship.plain(Relationship.Kind.ROLE, null);
        return Stream.of(
                new Cell(
                        "owner",
                        AccountKind.OWNER,
                        owner,
                        "READ_IDENTITY READ_DEMOGRAPHICS UPDATE_DEMOGRAPHICS READ_CHART READ_VISITS READ_CONDITIONS READ_ACCESS REVOKE_ACCESS READ_AUDIT EXPORT_AUDIT"),
                new Cell(
                        "doctor under a grant",
                        AccountKind.DOCTOR,
                        grant(),
                        "READ_IDENTITY READ_DEMOGRAPHICS UPDATE_DEMOGRAPHICS READ_CHART READ_VISITS CREATE_VISITS UPDATE_VISITS SIGN_VISITS READ_CONDITIONS READ_ACCESS REQUEST_ACCESS REVOKE_ACCESS"),
                new Cell(
                        "staff under a grant",
                        AccountKind.STAFF,
                        grant(),
                        "READ_IDENTITY READ_DEMOGRAPHICS UPDATE_DEMOGRAPHICS READ_ACCESS REQUEST_ACCESS REVOKE_ACCESS"),
                new Cell(
                        "administrator under a grant",
                        AccountKind.CLINIC_ADMIN,
                        grant(),
                        "READ_IDENTITY READ_DEMOGRAPHICS UPDATE_DEMOGRAPHICS READ_ACCESS REQUEST_ACCESS REVOKE_ACCESS"),
                new Cell(
                        "administrator of the author",
                        AccountKind.CLINIC_ADMIN,
                        authorship,
                        "READ_IDENTITY READ_CHART READ_VISITS"),
                new Cell("staff of the author", AccountKind.STAFF, authorship, ""),
                new Cell(
                        "staff that asked",
                        AccountKind.STAFF,
                        request,
                        "READ_IDENTITY READ_ACCESS UPDATE_ACCESS GRANT_ACCESS"),
                new Cell(
                        "doctor that asked",
                        AccountKind.DOCTOR,
                        request,
                        "READ_IDENTITY READ_ACCESS UPDATE_ACCESS GRANT_ACCESS"),
                new Cell(
                        "staff that registered",
                        AccountKind.STAFF,
                        registration,
                        "READ_IDENTITY READ_ACCESS UPDATE_ACCESS"),
                new Cell(
                        "administrator at the clinic",
                        AccountKind.CLINIC_ADMIN,
                        member,
                        "READ_CLINICS UPDATE_CLINICS CREATE_ACCOUNTS CREATE_DEMOGRAPHICS READ_VISITS READ_AUDIT EXPORT_AUDIT READ_ACCESS REQUEST_ACCESS GRANT_ACCESS REVOKE_ACCESS"),
                new Cell(
                        "administrator by kind alone",
                        AccountKind.CLINIC_ADMIN,
                        role,
                        "READ_CLINICS READ_IDENTITY LOOK_UP_IDENTITY READ_OWN_ACCOUNT UPDATE_OWN_ACCOUNT"),
                new Cell(
                        "platform administrator by kind alone",
                        AccountKind.PLATFORM_ADMIN,
                        role,
                        "READ_CLINICS CREATE_CLINICS UPDATE_CLINICS CREATE_ACCOUNTS READ_ACTIVITY READ_OWN_ACCOUNT UPDATE_OWN_ACCOUNT"),
                new Cell(
                        "auditor by kind alone",
                        AccountKind.AUDITOR,
                        role,
                        "READ_AUDIT VERIFY_AUDIT EXPORT_AUDIT READ_ACTIVITY READ_OWN_ACCOUNT UPDATE_OWN_ACCOUNT"),
                new Cell("platform administrator, whatever joins them", AccountKind.PLATFORM_ADMIN, owner, ""),
                new Cell("auditor, whatever joins them", AccountKind.AUDITOR, owner, ""),
                new Cell("integrator under a grant", AccountKind.INTEGRATOR, grant(), ""));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void a_relationship_opens_these_and_no_other_acts(Cell cell) {
        List<String> open = new ArrayList<>();
        for (Action action : Action.values()) {
            for (Category category : Category.values()) {
                if (policy.decide(actor(cell.kind()), action, category, List.of(cell.by()))
                        instanceof Decision.Permitted) {
                    open.add(action + "_" + category);
                }
            }
        }
        assertThat(open)
                .containsExactlyInAnyOrder(
                        cell.open().isEmpty() ? new String[0] : cell.open().split(" ", -1));
    }

    @Test
    void a_section_that_the_grant_leaves_out_stays_shut_and_the_rest_open() {
        Relationship visitsOnly = new Relationship(
                Relationship.Kind.GRANT, CLINIC, GrantId.next(), EnumSet.of(Section.VISITS), "check", Instant.MAX);
        Actor doctor = actor(AccountKind.DOCTOR);
        assertThat(policy.decide(doctor, Action.READ, Category.VISITS, List.of(visitsOnly)))
                .isInstanceOf(Decision.Permitted.class);
        assertThat(policy.decide(doctor, Action.READ, Category.CONDITIONS, List.of(visitsOnly)))
                .isEqualTo(new Decision.Denied("section-closed", false));
    }

    @Test
    void the_strongest_relationship_is_named() {
        Relationship owner = Relationship.plain(Relationship.Kind.OWNER, null);
        Decision decision =
                policy.decide(actor(AccountKind.DOCTOR), Action.READ, Category.VISITS, List.of(grant(), owner));
        assertThat(decision).isInstanceOfSatisfying(Decision.Permitted.class, permitted -> {
            assertThat(permitted.relationship()).isEqualTo(owner);
            assertThat(permitted.rule().name()).isEqualTo("owner-reads");
        });
    }

    @Test
    void every_rule_has_something_to_say() {
        assertThat(Matrix.RULES).allSatisfy(rule -> {
            assertThat(rule.kinds()).isNotEmpty();
            assertThat(rule.actions()).isNotEmpty();
            assertThat(rule.categories()).isNotEmpty();
        });
    }

    private static Relationship grant() {
        return new Relationship(Relationship.Kind.GRANT, CLINIC, GrantId.next(), Set.of(), "check", Instant.MAX);
    }

    private static Actor actor(AccountKind kind) {
        return new Actor(AccountId.next(), kind, "Somebody", Set.of(CLINIC));
    }

    private record Cell(String name, AccountKind kind, Relationship by, String open) {
        @Override
        public String toString() {
            return name;
        }
    }
}
