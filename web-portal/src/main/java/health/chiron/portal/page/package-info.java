/** What every page uses: who looks, words and formats in their language and zone, messages, paging, navigation. */
package health.chiron.portal.page;
