package health.chiron.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** To be extended by one test of each module that is deployed. */
public abstract class ApplicationRulesHold {
    private final JavaClasses ours;
    private final int least;

    /**
     * @param in the module's package
     * @param least how many classes there are at least, so that the rules are known to look at something
     */
    protected ApplicationRulesHold(String in, int least) {
        this.ours = ModuleClasses.deployed(in);
        this.least = least;
    }

    @ParameterizedTest
    @MethodSource("health.chiron.rules.ApplicationRules#all")
    void the_rule_of_the_house_holds(ArchRule rule) {
        rule.check(ours);
    }

    @Test
    void the_rules_have_something_to_look_at() {
        assertThat(ours).hasSizeGreaterThanOrEqualTo(least);
    }
}
