package health.chiron.records.architecture;

import health.chiron.rules.DoorRulesHold;
import java.util.Set;

class DoorsTest extends DoorRulesHold {
    DoorsTest() {
        super("health.chiron.records", 5, Set.of());
    }
}
