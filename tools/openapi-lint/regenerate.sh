#!/bin/sh
# Writes docs/openapi.yaml anew from the code.
cd "$(dirname "$0")/../.." || exit 1
exec ./mvnw -q -pl rest-api -am package -Dtest=OpenApiDocumentTest -Dopenapi.write=true -Dsurefire.failIfNoSpecifiedTests=false
