/** What runs in a patient's family. */
package health.chiron.portal.family;
