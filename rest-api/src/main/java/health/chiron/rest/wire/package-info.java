/** How the house's words travel: JSON with snake_case names, ids and times as text, and what is said when a body is wrong. */
package health.chiron.rest.wire;
