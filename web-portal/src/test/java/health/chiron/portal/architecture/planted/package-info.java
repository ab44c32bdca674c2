/** Violations, planted: each breaks one of the portal's rules, so that a test sees the rule can fail. */
package health.chiron.portal.architecture.planted;
