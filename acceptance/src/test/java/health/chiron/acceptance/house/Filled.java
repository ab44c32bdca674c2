package health.chiron.acceptance.house;

import java.util.ArrayList;
import java.util.List;

/**
 * A clinic whose lists all have the same number of rows: patients with open grants, signed visits and drafts of the first one.
 *
 * @param scene the clinic
 * @param first the patient with the visits
 * @param rows how many of each
 */
public record Filled(Scene scene, Scene.Chart first, int rows) {
    /** A new clinic with that many of each. */
    public static Filled with(int rows) {
        Scene scene = Scene.open();
        List<Scene.Chart> patients = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            Scene.Chart patient = scene.dog();
            scene.openTo(patient);
            patients.add(patient);
        }
        Scene.Chart first = patients.get(0);
        for (int i = 0; i < rows; i++) {
            scene.signed(first);
            scene.draft(first);
        }
        return new Filled(scene, first, rows);
    }

    /** A path with {clinic}, {patient} and {rows} filled in. */
    public String path(String template) {
        return template.replace("{clinic}", scene.clinic)
                .replace("{patient}", first.id())
                .replace("{rows}", Integer.toString(rows));
    }
}
