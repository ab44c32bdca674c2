/** Shares: what is offered, what is given, and to whom a patient belongs. */
package health.chiron.portal.sharing;
