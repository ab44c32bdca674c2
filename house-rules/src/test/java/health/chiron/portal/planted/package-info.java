/** A face that is planted. */
package health.chiron.portal.planted;
