package health.chiron.access.architecture;

import health.chiron.rules.ApplicationRulesHold;

class KeepingTheHouseRulesTest extends ApplicationRulesHold {
    KeepingTheHouseRulesTest() {
        super("health.chiron.access", 90);
    }
}
