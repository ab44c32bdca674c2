/** The running house that all acceptance tests share, and how they speak to it. */
package health.chiron.acceptance.house;
