/** Finding, listing and registering patients. */
package health.chiron.portal.patients;
