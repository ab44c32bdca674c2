/** The person's own account. */
package health.chiron.portal.account;
