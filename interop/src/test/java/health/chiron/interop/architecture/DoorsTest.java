package health.chiron.interop.architecture;

import health.chiron.rules.DoorRulesHold;
import java.util.Set;

class DoorsTest extends DoorRulesHold {
    DoorsTest() {
        super("health.chiron.interop", 1, Set.of());
    }
}
