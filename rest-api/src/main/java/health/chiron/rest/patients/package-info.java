/** Patients, their owners and the head of their charts. */
package health.chiron.rest.patients;
