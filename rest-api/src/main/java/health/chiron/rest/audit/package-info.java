/** The audit log. */
package health.chiron.rest.audit;
