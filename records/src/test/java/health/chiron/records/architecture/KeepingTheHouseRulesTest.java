package health.chiron.records.architecture;

import health.chiron.rules.ApplicationRulesHold;

class KeepingTheHouseRulesTest extends ApplicationRulesHold {
    KeepingTheHouseRulesTest() {
        super("health.chiron.records", 40);
    }
}
