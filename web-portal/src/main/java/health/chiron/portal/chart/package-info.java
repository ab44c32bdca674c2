/** The chart: head, summary, visits, conditions. */
package health.chiron.portal.chart;
