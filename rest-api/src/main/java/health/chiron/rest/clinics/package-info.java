/** Clinics and the people who work there. */
package health.chiron.rest.clinics;
