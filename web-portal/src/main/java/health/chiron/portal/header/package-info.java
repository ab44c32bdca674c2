/** The search box in the head of every page. */
package health.chiron.portal.header;
