/** ./chiron import: files of other systems, sent to the API one by one. */
package health.chiron.launcher.imports;
