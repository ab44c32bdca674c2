/** Whether the installation answers. */
package health.chiron.rest.health;
