/** The first page of each kind of account. */
package health.chiron.portal.home;
