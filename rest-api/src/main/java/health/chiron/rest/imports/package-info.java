/** Files of other systems, brought in. */
package health.chiron.rest.imports;
