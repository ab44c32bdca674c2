/** What every call passes before a resource: request id, headers, token, size and query parameters. */
package health.chiron.rest.call;
