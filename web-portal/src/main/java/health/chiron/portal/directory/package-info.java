/** Directories that everybody may read: clinics to choose from, doctors, practitioners, pharmacies. */
package health.chiron.portal.directory;
