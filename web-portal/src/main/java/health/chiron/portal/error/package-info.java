/** What a person sees when something is refused outright, gone, or broken: a friendly page that says nothing of the inside. */
package health.chiron.portal.error;
