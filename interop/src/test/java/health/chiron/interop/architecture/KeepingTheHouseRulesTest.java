package health.chiron.interop.architecture;

import health.chiron.rules.ApplicationRulesHold;

class KeepingTheHouseRulesTest extends ApplicationRulesHold {
    KeepingTheHouseRulesTest() {
        super("health.chiron.interop", 30);
    }
}
