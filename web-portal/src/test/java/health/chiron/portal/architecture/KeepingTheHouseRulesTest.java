package health.chiron.portal.architecture;

import health.chiron.rules.ApplicationRulesHold;

class KeepingTheHouseRulesTest extends ApplicationRulesHold {
    KeepingTheHouseRulesTest() {
        super("health.chiron.portal", 50);
    }
}
