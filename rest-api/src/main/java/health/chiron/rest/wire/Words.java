package health.chiron.rest.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import health.chiron.access.api.AccessEntry;
import health.chiron.access.api.ActivityEntry;
import health.chiron.access.api.DisclosureAccount;
import health.chiron.access.api.Explanation;
import health.chiron.records.api.ChartSummary;
import health.chiron.records.api.ConditionView;
import health.chiron.records.api.FamilyMemberView;
import health.chiron.records.api.PatientBanner;
import health.chiron.records.api.PatientPage;
import health.chiron.records.api.SharePreview;
import health.chiron.records.api.VisitPage;
import health.chiron.records.api.VisitView;
import java.io.IOException;
import java.util.Set;

/**
 * Fields that the doors give as words in capitals rather than as an enum. On the wire they look like every other word. The
 * list stands here, so that the doors need not know of JSON.
 */
final class Words extends StdSerializer<String> {
    private static final long serialVersionUID = 1L;

    Words() {
        super(String.class);
    }

    @Override
    public void serialize(String value, JsonGenerator out, SerializerProvider provider) throws IOException {
        out.writeString(WireNames.word(value));
    }

    static SimpleModule module() {
        return new SimpleModule("words")
                .setMixInAnnotation(AccessEntry.class, OfEntry.class)
                .setMixInAnnotation(ActivityEntry.class, OfActivity.class)
                .setMixInAnnotation(DisclosureAccount.Disclosure.class, OfRelationship.class)
                .setMixInAnnotation(PatientPage.Entry.class, OfRelationship.class)
                .setMixInAnnotation(PatientBanner.class, OfBanner.class)
                .setMixInAnnotation(ChartSummary.class, OfSummary.class)
                .setMixInAnnotation(Explanation.Weighed.class, OfRelationship.class)
                .setMixInAnnotation(ConditionView.class, OfRole.class)
                .setMixInAnnotation(FamilyMemberView.class, OfRole.class)
                .setMixInAnnotation(SharePreview.class, OfPreview.class)
                .setMixInAnnotation(SharePreview.Part.class, OfPart.class)
                .setMixInAnnotation(VisitPage.Entry.class, OfRole.class)
                .setMixInAnnotation(VisitView.class, OfRole.class);
    }

    private interface OfEntry {
        @JsonSerialize(using = Words.class)
        String relationship();

        @JsonSerialize(using = Words.class)
        String outcome();
    }

    private interface OfActivity {
        @JsonSerialize(using = Words.class)
        String outcome();
    }

    private interface OfRelationship {
        @JsonSerialize(using = Words.class)
        String relationship();
    }

    private interface OfBanner {
        @JsonSerialize(using = Words.class)
        String relationship();

        @JsonSerialize(contentUsing = Words.class)
        Set<String> may();
    }

    private interface OfSummary {
        @JsonSerialize(contentUsing = Words.class)
        Set<String> sectionsClosed();
    }

    private interface OfPreview {
        @JsonSerialize(contentUsing = Words.class)
        Set<String> may();
    }

    private interface OfPart {
        @JsonSerialize(using = Words.class)
        String part();
    }

    private interface OfRole {
        @JsonSerialize(using = Words.class)
        String createdByRole();
    }
}
