/** Visit records, which the seeds call medical records. */
package health.chiron.rest.visits;
