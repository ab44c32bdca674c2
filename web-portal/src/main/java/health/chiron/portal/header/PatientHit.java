package health.chiron.portal.header;

import java.io.Serializable;

/**
 * A suggestion of the search box.
 *
 * @param id the patient
 * @param label name and what tells patients of one name apart
 */
public record PatientHit(String id, String label) implements Serializable {}
