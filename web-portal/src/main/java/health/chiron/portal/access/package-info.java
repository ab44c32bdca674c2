/** Asking an owner for access and entering the code. */
package health.chiron.portal.access;
