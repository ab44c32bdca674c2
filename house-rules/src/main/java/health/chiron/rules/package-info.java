/**
 * Rules of architecture that hold in more than one module. A module's test says which of its classes are meant, by extending
 * {@link health.chiron.rules.ApplicationRulesHold} and, where it has doors, {@link health.chiron.rules.DoorRulesHold}.
 */
package health.chiron.rules;
