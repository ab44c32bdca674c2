package health.chiron.access.internal.policy;

import static org.assertj.core.api.Assertions.assertThat;

import health.chiron.access.api.Action;
import health.chiron.access.api.Actor;
import health.chiron.access.api.Category;
import health.chiron.domain.access.AccountId;
import health.chiron.domain.access.AccountKind;
import health.chiron.domain.access.ClientScope;
import health.chiron.domain.access.ClinicId;
import health.chiron.domain.access.ClinicRight;
import health.chiron.domain.access.GrantId;
import health.chiron.domain.access.Section;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The matrix of the architecture, section 4, cell by cell. */
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

    static Stream<Cell> cells() throws IOException {
        try (InputStream in = DecidingTest.class.getResourceAsStream("cells.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.isBlank() && !line.startsWith("#")).map(Cell::of).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void a_relationship_opens_these_and_no_other_acts(Cell cell) {
        Map<Action, Set<Category>> open = new EnumMap<>(Action.class);
        for (Action action : Action.values()) {
            for (Category category : Category.values()) {
                if (policy.decide(actor(cell.kind()), action, category, List.of(by(cell.by())))
                        instanceof Decision.Permitted) {
                    open.computeIfAbsent(action, a -> EnumSet.noneOf(Category.class))
                            .add(category);
                }
            }
        }
        assertThat(open).isEqualTo(cell.open());
    }

    @Test
    void every_kind_of_account_is_tried_with_every_relationship() throws IOException {
        List<String> tried = cells().map(Cell::toString).toList();
        for (AccountKind kind : AccountKind.values()) {
            for (Relationship.Kind by : Relationship.Kind.values()) {
                if (policyMentions(kind, by)) {
                    assertThat(tried).contains(kind + " " + by);
                }
            }
        }
    }

    private static boolean policyMentions(AccountKind kind, Relationship.Kind by) {
        return Matrix.RULES.stream()
                .anyMatch(rule -> rule.by() == by && rule.kinds().contains(kind));
    }

    @ParameterizedTest
    @EnumSource(
            value = AccountKind.class,
            names = {"PLATFORM_ADMIN", "AUDITOR"})
    void who_runs_or_audits_the_house_reaches_no_chart_whatever_joins_them(AccountKind kind) {
        for (Relationship.Kind by : Relationship.Kind.values()) {
            for (Action action : Action.values()) {
                for (Category category : Policy.CLINICAL) {
                    assertThat(policy.decide(actor(kind), action, category, List.of(by(by))))
                            .isInstanceOf(Decision.Denied.class);
                }
            }
        }
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
            assertThat(permitted.rule().name()).isEqualTo("owner-reads-records");
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

    @Test
    void a_grant_of_parts_opens_no_part_that_has_no_name_yet() {
        Relationship visitsOnly = new Relationship(
                Relationship.Kind.GRANT, CLINIC, GrantId.next(), EnumSet.of(Section.VISITS), "check", Instant.MAX);
        Actor doctor = actor(AccountKind.DOCTOR);
        for (Category category : Policy.CLINICAL) {
            if (category != Category.VISITS) {
                assertThat(policy.decide(doctor, Action.READ, category, List.of(visitsOnly)))
                        .isEqualTo(new Decision.Denied(
                                category == Category.OWNER_ENTRIES || rulesRead(category)
                                        ? "section-closed"
                                        : "not-included",
                                false));
            }
        }
    }

    private static boolean rulesRead(Category category) {
        return Matrix.RULES.stream()
                .anyMatch(rule -> rule.by() == Relationship.Kind.GRANT
                        && rule.kinds().contains(AccountKind.DOCTOR)
                        && rule.actions().contains(Action.READ)
                        && rule.categories().contains(category));
    }

    @Test
    void a_block_of_the_person_beats_every_relationship_but_ownership_and_emergency() {
        Relationship block = Relationship.plain(Relationship.Kind.BLOCK, null);
        for (AccountKind kind : AccountKind.values()) {
            for (Relationship.Kind by : Relationship.Kind.values()) {
                if (EnumSet.of(
                                Relationship.Kind.OWNER,
                                Relationship.Kind.EMERGENCY,
                                Relationship.Kind.MEMBER,
                                Relationship.Kind.IMPORT,
                                Relationship.Kind.ROLE)
                        .contains(by)) {
                    continue;
                }
                for (Action action : Action.values()) {
                    for (Category category : Category.values()) {
                        assertThat(policy.decide(actor(kind), action, category, List.of(by(by), block)))
                                .isInstanceOf(Decision.Denied.class);
                    }
                }
            }
        }
    }

    @Test
    void whoever_is_kept_out_is_answered_like_a_stranger() {
        assertThat(policy.decide(
                        actor(AccountKind.DOCTOR),
                        Action.READ,
                        Category.VISITS,
                        List.of(grant(), Relationship.plain(Relationship.Kind.BLOCK, null))))
                .isEqualTo(new Decision.Denied("blocked", true));
    }

    @Test
    void a_block_does_not_hold_in_an_emergency_unless_the_owner_said_so() {
        Relationship emergency = by(Relationship.Kind.EMERGENCY);
        Actor doctor = actor(AccountKind.DOCTOR);
        assertThat(policy.decide(
                        doctor,
                        Action.READ,
                        Category.VISITS,
                        List.of(emergency, Relationship.plain(Relationship.Kind.BLOCK, null))))
                .isInstanceOf(Decision.Permitted.class);
        assertThat(policy.decide(
                        doctor,
                        Action.READ,
                        Category.VISITS,
                        List.of(emergency, Relationship.plain(Relationship.Kind.BLOCK_ALWAYS, null))))
                .isEqualTo(new Decision.Denied("blocked", true));
    }

    @Test
    void a_block_of_a_clinic_closes_what_goes_through_it_and_nothing_else() {
        Relationship block = Relationship.plain(Relationship.Kind.BLOCK, CLINIC);
        Relationship elsewhere = new Relationship(
                Relationship.Kind.GRANT, ClinicId.next(), GrantId.next(), Set.of(), "check", Instant.MAX);
        Actor doctor = actor(AccountKind.DOCTOR);
        assertThat(policy.decide(doctor, Action.READ, Category.VISITS, List.of(grant(), block)))
                .isEqualTo(new Decision.Denied("blocked", true));
        assertThat(policy.decide(doctor, Action.READ, Category.VISITS, List.of(grant(), elsewhere, block)))
                .isInstanceOfSatisfying(
                        Decision.Permitted.class,
                        permitted -> assertThat(permitted.relationship()).isEqualTo(elsewhere));
        // What was written at the clinic stays readable there.
        assertThat(policy.decide(
                        actor(AccountKind.CLINIC_ADMIN),
                        Action.READ,
                        Category.VISITS,
                        List.of(by(Relationship.Kind.AUTHORSHIP), block)))
                .isInstanceOf(Decision.Permitted.class);
    }

    @Test
    void everything_weighed_is_told_and_the_order_of_the_input_does_not_matter() {
        Relationship owner = by(Relationship.Kind.OWNER);
        Relationship block = Relationship.plain(Relationship.Kind.BLOCK, null);
        List<Relationship> some = new ArrayList<>(List.of(block, grant(), by(Relationship.Kind.SHARE_VIEW), owner));
        Evaluation one = policy.evaluate(actor(AccountKind.DOCTOR), Action.READ, Category.VISITS, some);
        assertThat(one.decision()).isInstanceOf(Decision.Permitted.class);
        assertThat(one.considered())
                .extracting(c -> c.relationship().kind() + " " + c.rule() + " " + c.verdict())
                .containsExactly(
                        "OWNER owner-reads-records LETS_IN",
                        "GRANT owner-keeps-person-out DENIED",
                        "SHARE_VIEW owner-keeps-person-out DENIED",
                        "BLOCK null NOT_INCLUDED");
        Collections.reverse(some);
        assertThat(policy.evaluate(actor(AccountKind.DOCTOR), Action.READ, Category.VISITS, some))
                .isEqualTo(one);
    }

    private static Relationship by(Relationship.Kind kind) {
        return switch (kind) {
            case GRANT, EMERGENCY -> new Relationship(kind, CLINIC, GrantId.next(), Set.of(), "check", Instant.MAX);
            case REQUEST, REGISTRATION, AUTHORSHIP, IMPORT, MEMBER -> Relationship.plain(kind, CLINIC);
            default -> Relationship.plain(kind, null);
        };
    }

    private static Relationship grant() {
        return new Relationship(Relationship.Kind.GRANT, CLINIC, GrantId.next(), Set.of(), "check", Instant.MAX);
    }

    private static Actor actor(AccountKind kind) {
        return new Actor(
                AccountId.next(),
                kind,
                "Somebody",
                Map.of(CLINIC, EnumSet.allOf(ClinicRight.class)),
                EnumSet.allOf(ClientScope.class));
    }

    /** A line of cells.txt. */
    private record Cell(AccountKind kind, Relationship.Kind by, Map<Action, Set<Category>> open) {
        static Cell of(String line) {
            String[] parts = line.split("\\|", -1);
            Map<Action, Set<Category>> open = new EnumMap<>(Action.class);
            for (String act : parts[2].isBlank() ? new String[0] : parts[2].split(";", -1)) {
                String[] sides = act.split(":", -1);
                open.put(
                        Action.valueOf(sides[0].strip()),
                        Stream.of(sides[1].strip().split(" ", -1))
                                .map(Category::valueOf)
                                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Category.class))));
            }
            return new Cell(AccountKind.valueOf(parts[0].strip()), Relationship.Kind.valueOf(parts[1].strip()), open);
        }

        @Override
        public String toString() {
            return kind + " " + by;
        }
    }
}
