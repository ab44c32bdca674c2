/** How often somebody may call: counted in the database, so that all nodes of the house share the counts. */
package health.chiron.access.internal.limits;
