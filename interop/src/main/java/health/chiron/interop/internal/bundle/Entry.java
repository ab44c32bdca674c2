package health.chiron.interop.internal.bundle;

import org.hl7.fhir.r4.model.Resource;

/**
 * A resource of a bundle.
 *
 * @param fullUrl how other entries of the same bundle refer to it; null when the bundle does not say
 */
public record Entry<T extends Resource>(String fullUrl, T resource) {}
