package health.chiron.access.architecture;

import health.chiron.rules.DoorRulesHold;
import java.util.Set;

class DoorsTest extends DoorRulesHold {
    DoorsTest() {
        super(
                "health.chiron.access",
                29,
                Set.of(
                        "ClientSignInDoor.open",
                        "SignInDoor.openPortal",
                        "SignInDoor.stillHolds",
                        "SignInDoor.openApi",
                        "SignInDoor.refresh",
                        "SignInDoor.revoke",
                        "SignInDoor.publicKeys",
                        "SignInDoor.activate",
                        "SignInDoor.giveCode",
                        "SignInDoor.giveNewPassword",
                        "SignInDoor.beginEnrolment",
                        "SignInDoor.finishEnrolment",
                        "SignInDoor.changeRequired",
                        "SignInDoor.forgotten",
                        "SignInDoor.reset",
                        "SingleSignOnDoor.providers",
                        "SingleSignOnDoor.begin",
                        "SingleSignOnDoor.arrive",
                        "SingleSignOnDoor.arrival",
                        "SingleSignOnDoor.link",
                        "SingleSignOnDoor.makeAccount",
                        "SingleSignOnDoor.farewell",
                        "ReadinessDoor.serves",
                        "ReadinessDoor.check"));
    }
}
