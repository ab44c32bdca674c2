"use strict";
// Shows the document that this very server answers by. Nothing is fetched from elsewhere, and no validator is asked.
window.addEventListener("load", () => {
  SwaggerUIBundle({
    url: "../openapi.yaml",
    dom_id: "#document",
    deepLinking: true,
    validatorUrl: null,
    displayRequestDuration: true,
    docExpansion: "list",
  });
});
