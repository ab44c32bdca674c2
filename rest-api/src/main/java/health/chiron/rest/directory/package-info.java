/** Directories that everybody who is signed in may read: clinics to choose from, practitioners, pharmacies. */
package health.chiron.rest.directory;
