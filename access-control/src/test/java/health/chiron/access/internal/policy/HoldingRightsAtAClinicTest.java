package health.chiron.access.internal.policy;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.access.api.Action;
import health.chiron.access.api.Actor;
import health.chiron.access.api.Category;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.ClinicRight;
import health.chiron.domain.access.GrantId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A right counts at the clinic that gave it, and nowhere else. */
class HoldingRightsAtAClinicTest {
    private static final ClinicId WITH = ClinicId.next();
    private static final ClinicId WITHOUT = ClinicId.next();
    private static final Decision MISSING = new Decision.Denied("right-missing", false);

    private final Policy policy = new Policy();

    @Test
    void asking_owners_needs_the_right_at_that_clinic() {
        Actor doctor = holding(ClinicRight.REQUEST_ACCESS);
        assertThat(ask(doctor, member(WITH))).isInstanceOf(Decision.Permitted.class);
        assertThat(ask(doctor, member(WITHOUT))).isEqualTo(MISSING);
        assertThat(ask(doctor, grant(WITH))).isInstanceOf(Decision.Permitted.class);
        assertThat(ask(doctor, grant(WITHOUT))).isEqualTo(MISSING);
    }

    @Test
    void entering_a_code_needs_the_right_to_ask() {
        Actor doctor = holding(ClinicRight.REQUEST_ACCESS);
        for (Relationship.Kind by : List.of(Relationship.Kind.MEMBER, Relationship.Kind.REQUEST)) {
            assertThat(policy.decide(doctor, Action.GRANT, Category.ACCESS, List.of(Relationship.plain(by, WITH))))
                    .isInstanceOf(Decision.Permitted.class);
            assertThat(policy.decide(doctor, Action.GRANT, Category.ACCESS, List.of(Relationship.plain(by, WITHOUT))))
                    .isEqualTo(MISSING);
        }
    }

    @Test
    void registering_patients_needs_its_own_right() {
        assertThat(policy.decide(
                        holding(ClinicRight.REQUEST_ACCESS),
                        Action.CREATE,
                        Category.DEMOGRAPHICS,
                        List.of(member(WITH))))
                .isEqualTo(MISSING);
        assertThat(policy.decide(
                        holding(ClinicRight.REGISTER_PATIENTS),
                        Action.CREATE,
                        Category.DEMOGRAPHICS,
                        List.of(member(WITH))))
                .isInstanceOf(Decision.Permitted.class);
    }

    @Test
    void a_doctor_without_the_right_to_write_reads_what_is_open_and_writes_nothing() {
        Actor reading = holding(ClinicRight.REQUEST_ACCESS);
        for (Relationship.Kind by : List.of(Relationship.Kind.GRANT, Relationship.Kind.EMERGENCY)) {
            Relationship open = new Relationship(by, WITH, GrantId.next(), Set.of(), "check", Instant.MAX);
            for (Action action : List.of(Action.CREATE, Action.UPDATE, Action.SIGN)) {
                for (Category category : List.of(Category.VISITS, Category.CONDITIONS, Category.FAMILY_HISTORY)) {
                    assertThat(policy.decide(reading, action, category, List.of(open)))
                            .isEqualTo(MISSING);
                    assertThat(policy.decide(holding(ClinicRight.WRITE_RECORDS), action, category, List.of(open)))
                            .isInstanceOf(Decision.Permitted.class);
                }
            }
            assertThat(policy.decide(reading, Action.READ, Category.VISITS, List.of(open)))
                    .isInstanceOf(Decision.Permitted.class);
        }
    }

    @Test
    void seeing_and_ending_what_the_clinic_holds_needs_none() {
        Actor doctor = holding(ClinicRight.BILLING);
        for (Action action : List.of(Action.READ, Action.REVOKE)) {
            assertThat(policy.decide(doctor, action, Category.ACCESS, List.of(member(WITHOUT))))
                    .isInstanceOf(Decision.Permitted.class);
        }
    }

    @Test
    void another_relationship_that_has_the_right_still_lets_in() {
        assertThat(policy.decide(
                        holding(ClinicRight.REQUEST_ACCESS),
                        Action.REQUEST,
                        Category.ACCESS,
                        List.of(grant(WITHOUT), member(WITH))))
                .isInstanceOf(Decision.Permitted.class);
    }

    @ParameterizedTest
    @EnumSource(AccountKind.class)
    void nobody_begins_with_a_right_that_the_kind_cannot_hold(AccountKind kind) {
        assertThat(ClinicRight.defaultsOf(kind)).allMatch(right -> right.possibleFor(kind));
    }

    private Decision ask(Actor actor, Relationship by) {
        return policy.decide(actor, Action.REQUEST, Category.ACCESS, List.of(by));
    }

    private static Relationship member(ClinicId clinic) {
        return Relationship.plain(Relationship.Kind.MEMBER, clinic);
    }

    private static Relationship grant(ClinicId clinic) {
        return new Relationship(Relationship.Kind.GRANT, clinic, GrantId.next(), Set.of(), "check", Instant.MAX);
    }

    private static Actor holding(ClinicRight right) {
        return new Actor(
                AccountId.next(),
                AccountKind.DOCTOR,
                "Somebody",
                Map.of(WITH, EnumSet.of(right), WITHOUT, EnumSet.noneOf(ClinicRight.class)));
    }
}
