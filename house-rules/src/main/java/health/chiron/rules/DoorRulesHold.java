package health.chiron.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * To be extended by one test of each module that has doors. Beside it, in a package {@code planted}, stands a door that forgot
 * its permissions, to see the rule fail in this module.
 */
public abstract class DoorRulesHold {
    private final JavaClasses ours;
    private final JavaClasses planted;
    private final int doors;
    private final Set<String> open;

    /**
     * @param in the module's package
     * @param doors how many doors it has
     * @param open what may be called without a permission, as {@code Bean.method}; adding to it is a decision
     */
    protected DoorRulesHold(String in, int doors, Set<String> open) {
        this.ours = ModuleClasses.deployed(in);
        this.planted = ModuleClasses.planted(getClass().getPackageName() + ".planted");
        this.doors = doors;
        this.open = Set.copyOf(open);
    }

    @Test
    void every_method_of_a_door_declares_its_permission() {
        DoorRules.declared(open).check(ours);
    }

    @Test
    void a_planted_door_without_permissions_is_found() {
        assertThat(DoorRules.doors(planted)).isNotEmpty();
        Set<String> methods = DoorRules.methods(planted);
        assertThat(methods).isNotEmpty();
        assertThatThrownBy(() -> DoorRules.declared(open).check(planted))
                .isInstanceOf(AssertionError.class)
                .satisfies(found ->
                        assertThat(methods).allMatch(name -> found.getMessage().contains(name)));
    }

    @Test
    void the_open_methods_are_these_and_no_more() {
        assertThat(DoorRules.open(ours)).isEqualTo(open);
    }

    @Test
    void the_doors_are_counted() {
        assertThat(DoorRules.doors(ours)).hasSize(doors);
    }
}
