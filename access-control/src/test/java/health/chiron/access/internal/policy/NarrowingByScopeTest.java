package health.chiron.access.internal.policy;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.access.api.Action;
import health.chiron.access.api.Actor;
import health.chiron.access.api.Category;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.access.ClientScope;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.GrantId;
import health.chiron.domain.access.Section;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A scope only takes away: from an integrator's program, and from nobody else. */
class NarrowingByScopeTest {
    private static final ClinicId CLINIC = ClinicId.next();
    private static final Decision MISSING = new Decision.Denied("scope-missing", false);

    private final Policy policy = new Policy();

    @Test
    void a_program_reads_what_it_has_a_scope_for_and_nothing_else_of_the_same_patient() {
        Actor program = with(ClientScope.ENCOUNTER_READ);
        assertThat(read(program, Category.VISITS)).isInstanceOf(Decision.Permitted.class);
        assertThat(read(program, Category.CONDITIONS)).isEqualTo(MISSING);
        assertThat(read(program, Category.DEMOGRAPHICS)).isEqualTo(MISSING);
    }

    @Test
    void reading_is_not_correcting_and_one_patient_is_not_the_list() {
        Actor reader = with(ClientScope.PATIENT_READ);
        assertThat(policy.decide(reader, Action.UPDATE, Category.DEMOGRAPHICS, List.of(grant())))
                .isEqualTo(MISSING);
        assertThat(policy.decide(reader, Action.READ, Category.IDENTITY, List.of(role())))
                .isEqualTo(MISSING);
        Actor searcher = with(ClientScope.PATIENT_SEARCH);
        assertThat(policy.decide(searcher, Action.READ, Category.IDENTITY, List.of(role())))
                .isInstanceOf(Decision.Permitted.class);
        assertThat(read(searcher, Category.IDENTITY)).isEqualTo(MISSING);
    }

    @ParameterizedTest
    @EnumSource(ClientScope.class)
    void a_scope_opens_nothing_without_a_relationship(ClientScope scope) {
        for (Action action : Action.values()) {
            for (Category category : Category.values()) {
                assertThat(policy.decide(with(scope), action, category, List.of()))
                        .isEqualTo(new Decision.Denied("no-relationship", true));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"GRANT_OF_DOCTOR", "GRANT_WITHOUT_EXCHANGE"})
    void what_the_owner_opened_to_one_doctor_or_not_for_exchange_opens_nothing_to_a_program(Relationship.Kind kind) {
        Relationship closed = new Relationship(kind, CLINIC, GrantId.next(), Set.of(), "check", Instant.MAX);
        for (Action action : Action.values()) {
            for (Category category : Category.values()) {
                assertThat(policy.decide(with(ClientScope.values()), action, category, List.of(closed)))
                        .isEqualTo(new Decision.Denied("not-included", false));
            }
        }
    }

    @Test
    void with_every_scope_a_program_writes_nothing_clinical() {
        for (Relationship.Kind by : Relationship.Kind.values()) {
            for (Action action : EnumSet.complementOf(EnumSet.of(Action.READ))) {
                for (Category category : Policy.CLINICAL) {
                    assertThat(policy.decide(
                                    with(ClientScope.values()),
                                    action,
                                    category,
                                    List.of(Relationship.plain(by, CLINIC))))
                            .isInstanceOf(Decision.Denied.class);
                }
            }
        }
    }

    @Test
    void a_part_that_the_owner_left_out_stays_out_with_the_scope_for_it() {
        Relationship visitsOnly = new Relationship(
                Relationship.Kind.GRANT, CLINIC, GrantId.next(), EnumSet.of(Section.VISITS), "check", Instant.MAX);
        assertThat(policy.decide(
                        with(ClientScope.CONDITION_READ), Action.READ, Category.CONDITIONS, List.of(visitsOnly)))
                .isEqualTo(new Decision.Denied("section-closed", false));
    }

    @Test
    void a_block_beats_every_scope() {
        assertThat(policy.decide(
                        with(ClientScope.values()),
                        Action.READ,
                        Category.VISITS,
                        List.of(grant(), Relationship.plain(Relationship.Kind.BLOCK, CLINIC))))
                .isEqualTo(new Decision.Denied("blocked", true));
    }

    @Test
    void what_no_row_names_no_program_may() {
        Set<Category> named =
                Scopes.ROWS.stream().flatMap(row -> row.categories().stream()).collect(Collectors.toSet());
        Set<Category> rest = EnumSet.complementOf(EnumSet.copyOf(named));
        rest.remove(Category.OWN_ACCOUNT);
        for (Action action : Action.values()) {
            for (Category category : rest) {
                for (Relationship.Kind by : Relationship.Kind.values()) {
                    assertThat(policy.decide(
                                    with(ClientScope.values()),
                                    action,
                                    category,
                                    List.of(Relationship.plain(by, CLINIC))))
                            .isInstanceOf(Decision.Denied.class);
                }
            }
        }
    }

    @Test
    void every_scope_has_its_row_and_its_rule() {
        assertThat(Scopes.ROWS).extracting(Scopes.Row::scope).containsExactlyInAnyOrder(ClientScope.values());
        assertThat(Scopes.ROWS)
                .allMatch(row -> Matrix.RULES.stream()
                        .filter(rule -> rule.kinds().contains(AccountKind.INTEGRATOR))
                        .anyMatch(rule -> row.categories().stream()
                                .anyMatch(category -> rule.categories().contains(category)
                                        && row.covers(rule.by(), row.action(), category)
                                        && rule.actions().contains(row.action()))));
    }

    @Test
    void people_need_no_scopes() {
        Actor doctor = new Actor(AccountId.next(), AccountKind.DOCTOR, "", Map.of(CLINIC, Set.of()), Set.of());
        assertThat(read(doctor, Category.VISITS)).isInstanceOf(Decision.Permitted.class);
        assertThat(policy.closedByScope(doctor)).isEmpty();
    }

    @Test
    void an_integrator_without_registration_only_brings_records_in() {
        Actor importer = new Actor(AccountId.next(), AccountKind.INTEGRATOR, "", Map.of(CLINIC, Set.of()));
        assertThat(policy.decide(
                        importer,
                        Action.IMPORT,
                        Category.IMPORTS,
                        List.of(Relationship.plain(Relationship.Kind.MEMBER, CLINIC))))
                .isInstanceOf(Decision.Permitted.class);
        assertThat(read(importer, Category.VISITS)).isEqualTo(MISSING);
        assertThat(policy.closedByScope(importer)).containsExactlyInAnyOrder(Section.values());
    }

    private Decision read(Actor actor, Category category) {
        return policy.decide(actor, Action.READ, category, List.of(grant()));
    }

    private static Actor with(ClientScope... scopes) {
        return new Actor(
                AccountId.next(),
                AccountKind.INTEGRATOR,
                "",
                Map.of(CLINIC, Set.of()),
                Arrays.stream(scopes).collect(Collectors.toSet()));
    }

    private static Relationship grant() {
        return new Relationship(Relationship.Kind.GRANT, CLINIC, GrantId.next(), Set.of(), "check", Instant.MAX);
    }

    private static Relationship role() {
        return Relationship.plain(Relationship.Kind.ROLE, null);
    }
}
