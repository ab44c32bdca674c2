package health.chiron.rest.family;

import health.chiron.domain.shared.Page;
import health.chiron.records.api.FamilyMemberView;
import java.util.List;

/**
 * A part of a list of relatives.
 *
 * @param familyMembers the entries of this part
 * @param total how many entries there are in all
 * @param offset how many entries come before this part
 * @param limit how many entries were asked for
 */
public record FamilyMemberList(List<FamilyMemberView> familyMembers, long total, int offset, int limit) {
    /** Copies the list. */
    public FamilyMemberList {
        familyMembers = List.copyOf(familyMembers);
    }

    /** The part as the wire has it. */
    public static FamilyMemberList of(Page<FamilyMemberView> page) {
        return new FamilyMemberList(page.items(), page.total(), page.offset(), page.limit());
    }
}
