/** Turns FHIR resources into the house's words and hands them to the doors that keep them. */
package health.chiron.interop.internal.imports;
