package health.chiron.domain.architecture;

import health.chiron.rules.ApplicationRulesHold;

class KeepingTheHouseRulesTest extends ApplicationRulesHold {
    KeepingTheHouseRulesTest() {
        super("health.chiron.domain", 40);
    }
}
