package health.chiron.interop.internal.bundle;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.CharConversionException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ResourceType;

/**
 * Reads a bundle as a stream and hands only resources of wanted types to HAPI; the others, usually nine tenths of a file, are
 * counted and passed over. HAPI alone would hold the whole bundle as a tree.
 */
@ApplicationScoped
public class BundleReader {
    private static final Set<String> FHIR_TYPES =
            Arrays.stream(ResourceType.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    private final JsonFactory json = JsonFactory.builder()
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();
    private final FhirParser fhir;

    /** For the container's proxy. */
    protected BundleReader() {
        this(null);
    }

    /** @param fhir reads single resources */
    @Inject
    public BundleReader(FhirParser fhir) {
        this.fhir = fhir;
    }

    /**
     * Reads the bundle to its end.
     *
     * @param wanted the types to read, by their FHIR names
     * @throws Unreadable when it is not JSON, ends in the middle, or is not a Bundle
     */
    public ReadBundle read(InputStream content, Map<String, Class<? extends Resource>> wanted) {
        ReadBundle bundle = new ReadBundle();
        Ending source = new Ending(content);
        boolean begun = false;
        try (JsonParser in = json.createParser(source).disable(JsonParser.Feature.AUTO_CLOSE_SOURCE)) {
            if (in.nextToken() == null) {
                throw new Unreadable(Unreadable.Why.INCOMPLETE);
            }
            begun = true;
            readBundle(in, wanted, bundle);
            if (in.nextToken() != null) {
                throw new Unreadable(Unreadable.Why.NOT_JSON);
            }
        } catch (StreamReadException | StreamConstraintsException | CharConversionException e) {
            // Jackson has several words for a cut: what counts is that it wanted to read on when there was no more.
            throw new Unreadable(begun && source.hasEnded() ? Unreadable.Why.INCOMPLETE : Unreadable.Why.NOT_JSON);
        } catch (IOException e) {
            throw new UncheckedIOException("the file could not be read to its end", e);
        }
        return bundle;
    }

    private void readBundle(JsonParser in, Map<String, Class<? extends Resource>> wanted, ReadBundle bundle)
            throws IOException {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            in.skipChildren();
            throw new Unreadable(Unreadable.Why.NOT_A_BUNDLE);
        }
        boolean named = false;
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String field = in.currentName();
            JsonToken value = in.nextToken();
            if (field.equals("resourceType")) {
                named = "Bundle".equals(in.getValueAsString());
                if (!named) {
                    throw new Unreadable(Unreadable.Why.NOT_A_BUNDLE);
                }
            } else if (field.equals("entry") && value == JsonToken.START_ARRAY) {
                while (in.nextToken() != JsonToken.END_ARRAY) {
                    readEntry(in, wanted, bundle);
                }
            } else {
                in.skipChildren();
            }
        }
        if (!named) {
            throw new Unreadable(Unreadable.Why.NOT_A_BUNDLE);
        }
    }

    private void readEntry(JsonParser in, Map<String, Class<? extends Resource>> wanted, ReadBundle bundle)
            throws IOException {
        String fullUrl = null;
        RawResource raw = null;
        if (in.currentToken() != JsonToken.START_OBJECT) {
            in.skipChildren();
            bundle.countRefused("entry/no_resource");
            return;
        }
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String field = in.currentName();
            JsonToken value = in.nextToken();
            if (field.equals("fullUrl")) {
                fullUrl = in.getValueAsString();
            } else if (field.equals("resource") && value == JsonToken.START_OBJECT) {
                raw = readResource(in, wanted.keySet());
            } else {
                in.skipChildren();
            }
        }
        take(fullUrl, raw, wanted, bundle);
    }

    private void take(
            String fullUrl, RawResource raw, Map<String, Class<? extends Resource>> wanted, ReadBundle bundle) {
        if (raw == null || raw.type() == null) {
            bundle.countRefused("entry/no_resource");
        } else if (raw.json() == null) {
            bundle.countNotTaken(raw.type());
        } else {
            fhir.parse(wanted.get(raw.type()), raw.json())
                    .ifPresentOrElse(
                            resource -> bundle.add(fullUrl, resource),
                            () -> bundle.countRefused(raw.type().toLowerCase(Locale.ROOT) + "/malformed"));
        }
    }

    /**
     * A resource before HAPI sees it.
     *
     * @param type its FHIR type; {@code unknown} for a word that FHIR does not know, so that no content becomes a key
     * @param json null when nobody wants the type
     */
    private record RawResource(String type, String json) {}

    private RawResource readResource(JsonParser in, Set<String> wanted) throws IOException {
        StringWriter copy = new StringWriter();
        String type = null;
        boolean want = true;
        try (JsonGenerator out = json.createGenerator(copy)) {
            out.writeStartObject();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String field = in.currentName();
                in.nextToken();
                if (field.equals("resourceType")) {
                    type = in.getValueAsString();
                    want = type != null && wanted.contains(type);
                }
                // Nearly everybody writes the type first; then nothing of an unwanted resource is copied.
                if (want) {
                    out.writeFieldName(field);
                    out.copyCurrentStructure(in);
                } else {
                    in.skipChildren();
                }
            }
            out.writeEndObject();
        }
        if (type == null) {
            return new RawResource(null, null);
        }
        return want
                ? new RawResource(type, copy.toString())
                : new RawResource(FHIR_TYPES.contains(type) ? type : "unknown", null);
    }

    /** Knows whether its reader has come to the end. */
    private static final class Ending extends FilterInputStream {
        private boolean ended;

        Ending(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            ended |= one < 0;
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int number = super.read(into, offset, length);
            ended |= number < 0;
            return number;
        }

        boolean hasEnded() {
            return ended;
        }
    }
}
