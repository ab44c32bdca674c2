/** The auditor's log. */
package health.chiron.portal.audit;
