/** What the owner sees and decides: who has access, who looked. */
package health.chiron.portal.owner;
