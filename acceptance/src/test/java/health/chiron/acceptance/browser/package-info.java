/** The portal in a real browser: Chromium from the machine, driven by Playwright. Screenshots stay under target/screenshots. */
package health.chiron.acceptance.browser;
