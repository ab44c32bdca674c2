/** Tests that run inside the server: what only the container can show, without REST or pages in front. */
package health.chiron.acceptance.container;
