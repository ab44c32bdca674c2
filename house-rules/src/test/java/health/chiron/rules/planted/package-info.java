/** Violations, planted: each breaks rules of the house, so that a test sees the rules can fail. */
package health.chiron.rules.planted;
