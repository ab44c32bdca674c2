/**
 * Demo data: two clinics with their people, twenty people whom Synthea made up, thirty animals. Everything goes in over the
 * API, as the people of the clinics would do it; what is written stands in JSON files beside these classes.
 */
package health.chiron.launcher.demo;
