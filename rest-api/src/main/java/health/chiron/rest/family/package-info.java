/** What runs in a family. */
package health.chiron.rest.family;
