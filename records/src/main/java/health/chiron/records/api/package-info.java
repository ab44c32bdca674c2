/**
 * The door of records: patients and the clinical chart. Every method is guarded by its permission
 * ({@link health.chiron.access.api.Permit}); other modules see this package only.
 */
package health.chiron.records.api;
