/** Reads FHIR bundles: one entry at a time, only the types that somebody wants. Knows nothing of charts. */
package health.chiron.interop.internal.bundle;
