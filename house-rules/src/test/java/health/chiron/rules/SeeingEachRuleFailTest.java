package health.chiron.rules;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SeeingEachRuleFailTest {
    private static final JavaClasses PLANTED = ModuleClasses.planted("health.chiron");

    @ParameterizedTest
    @MethodSource("health.chiron.rules.ApplicationRules#all")
    void the_rule_fails_on_the_planted_violation(ArchRule rule) {
        assertThatThrownBy(() -> rule.check(PLANTED)).isInstanceOf(AssertionError.class);
    }
}
