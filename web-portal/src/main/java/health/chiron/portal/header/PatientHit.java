package health.chiron.portal.header;

import java.io.Serializable;

/**
 * A suggestion of the search box.
 *
 * @param id the patient
 * @param label name and what tells patients of one name apart
 * @param note why the patient is not simply the reader's own or a clinic's: shared, waiting for the owner's answer, an emergency; empty
 *     otherwise
 * @param kind how the note is coloured, as the badge has it
 */
public record PatientHit(String id, String label, String note, String kind) implements Serializable {}
