package health.chiron.launcher.demo;

/**
 * A patient of the demo with the person who owns the access.
 *
 * @param patient the patient
 * @param contact where codes for the owner arrive
 * @param owner the owner's sign-in name; null when the owner does not sign in
 */
record Known(DemoFile.Patient patient, String contact, String owner) {}
