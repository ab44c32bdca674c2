/** What every context uses: identifiers, refusals, pages. Nothing here knows a clinic. */
package health.chiron.domain.shared;
