/** The clinic's administrator, and the installation's clinics. */
package health.chiron.portal.clinic;
