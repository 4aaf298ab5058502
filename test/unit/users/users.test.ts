import { expect } from "chai";
import { describe, it } from "mocha";
import type { Locale, Screen, UserKey } from "../../../src/users/screen.ts";
import { Users } from "../../../src/users/users.ts";

const a: UserKey = "west/1001";
const b1 = { request: "r1", to: "2001" };
const b2 = { request: "r2", to: "2002" };

class Port {
  now = Date.UTC(2026, 0, 1, 12, 0);
  utcOffsetMinutes = 0;
  readonly shown: string[] = [];
  locale: Locale = "en";
  localeOf(): Locale {
    return this.locale;
  }
  notify(user: UserKey, screen: Screen | null, sound: boolean): void {
    this.shown.push(`${user}: ${screen === null ? "nothing" : screen.lines[0]}${sound ? " (sound)" : ""}`);
  }
  get last(): string | undefined {
    return this.shown.at(-1);
  }
}

function phone(): { port: Port; users: Users } {
  const port = new Port();
  return { port, users: new Users(port) };
}

describe("users", () => {
  it("asks for the newest failed call", () => {
    const { users } = phone();
    expect(users.press(a, { key: "callBack" }, b1)).to.deep.equal({ command: "ask", offer: "r1" });
  });

  it("says that there is nothing to call back", () => {
    const { port, users } = phone();
    expect(users.press(a, { key: "callBack" }, undefined)).to.deep.equal({ command: "none" });
    expect(port.last).to.equal("west/1001: No call for CallBack");
  });

  it("S-14: CallBack shows the current screen again, activated or available", () => {
    const { port, users } = phone();
    users.begin(a, b1);
    users.showActivated(a, b1);
    users.press(a, { key: "exit" }, undefined);
    expect(port.last).to.equal("west/1001: nothing");
    expect(users.press(a, { key: "callBack" }, undefined)).to.deep.equal({ command: "none" });
    expect(port.last).to.equal("west/1001: CallBack is activated on 2001");
    users.showAvailable(a, b1);
    expect(port.last).to.equal("west/1001: 2001 has become available (sound)");
    users.press(a, { key: "exit" }, undefined);
    users.press(a, { key: "callBack" }, undefined);
    expect(port.last).to.equal("west/1001: 2001 has become available");
  });

  it("S-87: speaks the language of the user's phone", () => {
    const { port, users } = phone();
    port.locale = "de";
    users.begin(a, b1);
    users.showActivated(a, b1);
    users.showAvailable(a, b1);
    users.tell(a, "busyAgain", "2001");
    users.press(a, { key: "callBack", to: "2002" }, b2);
    users.resume(a, b1);
    users.press(a, { key: "callBack" }, undefined);
    expect(port.shown).to.deep.equal([
      "west/1001: Rückruf bei 2001 ist aktiviert",
      "west/1001: 2001 ist jetzt erreichbar (sound)",
      "west/1001: 2001 ist wieder besetzt",
      "west/1001: Rückruf bei 2001 ist aktiviert",
      "west/1001: Rückruf bei 2001 ist aktiviert",
    ]);
  });

  it("S-35: a call dialled by hand to the same B leaves CallBack showing the screen", () => {
    const { port, users } = phone();
    users.begin(a, b1);
    users.showAvailable(a, b1);
    users.press(a, { key: "exit" }, undefined);
    expect(users.press(a, { key: "callBack" }, { request: "r9", to: "2001" })).to.deep.equal({ command: "none" });
    expect(port.last).to.equal("west/1001: 2001 has become available");
  });

  it("S-08: another B replaces the request only after a second press", () => {
    const { port, users } = phone();
    users.begin(a, b1);
    users.showActivated(a, b1);
    expect(users.press(a, { key: "callBack" }, b2)).to.deep.equal({ command: "none" });
    expect(port.last).to.equal("west/1001: CallBack is activated on 2001");
    expect(users.press(a, { key: "callBack" }, b2)).to.deep.equal({ command: "ask", offer: "r2", instead: "r1" });
  });

  it("S-08: Exit declines the replacement", () => {
    const { users } = phone();
    users.begin(a, b1);
    users.showActivated(a, b1);
    users.press(a, { key: "callBack" }, b2);
    users.press(a, { key: "exit" }, b2);
    expect(users.press(a, { key: "callBack" }, b2)).to.deep.equal({ command: "none" });
  });

  it("asks by number: the active request for its own B, nothing for a B that no call failed to", () => {
    const { port, users } = phone();
    users.begin(a, b1);
    users.showActivated(a, b1);
    users.press(a, { key: "callBack", to: "2001" }, undefined);
    expect(port.last).to.equal("west/1001: CallBack is activated on 2001");
    users.press(a, { key: "callBack", to: "2003" }, undefined);
    expect(port.last).to.equal("west/1001: No call for CallBack");
  });

  it("tells a user who is impatient that the request is on its way", () => {
    const { port, users } = phone();
    users.begin(a, b1);
    users.press(a, { key: "callBack" }, undefined);
    expect(port.last).to.equal("west/1001: CallBack on 2001 is being set up");
  });

  it("S-22, S-23, S-24: Exit keeps the request, Cancel and Dial name it", () => {
    const { users } = phone();
    users.begin(a, b1);
    users.showAvailable(a, b1);
    users.press(a, { key: "exit" }, undefined);
    expect(users.active(a)).to.deep.equal(b1);
    expect(users.press(a, { key: "dial" }, undefined)).to.deep.equal({ command: "dial", request: "r1" });
    expect(users.press(a, { key: "cancel" }, undefined)).to.deep.equal({ command: "cancel", request: "r1" });
  });

  it("S-73, S-74: after T3 the screen stays and Dial makes an ordinary call, once", () => {
    const { port, users } = phone();
    users.begin(a, b1);
    users.showAvailable(a, b1);
    users.keep(a, b1);
    users.end(a, "r1");
    expect(port.shown).to.have.lengthOf(1);
    users.press(a, { key: "callBack" }, undefined);
    expect(port.last).to.equal("west/1001: 2001 has become available");
    expect(users.press(a, { key: "dial" }, undefined)).to.deep.equal({ command: "call", to: "2001", request: "r1" });
    expect(port.last).to.equal("west/1001: nothing");
    expect(users.press(a, { key: "dial" }, undefined)).to.deep.equal({ command: "none" });
  });

  it("S-73: a new request takes the place of the screen that T3 left", () => {
    const { port, users } = phone();
    users.begin(a, b1);
    users.showAvailable(a, b1);
    users.keep(a, b1);
    users.end(a, "r1");
    users.begin(a, b2);
    users.end(a, "r2");
    users.press(a, { key: "callBack" }, undefined);
    expect(port.last).to.equal("west/1001: No call for CallBack");
  });

  it("S-73: Cancel and Exit close the screen that T3 left", () => {
    for (const key of ["cancel", "exit"] as const) {
      const { port, users } = phone();
      users.begin(a, b1);
      users.showAvailable(a, b1);
      users.keep(a, b1);
      users.end(a, "r1");
      expect(users.press(a, { key }, undefined)).to.deep.equal({ command: "none" });
      expect(port.last).to.equal("west/1001: nothing");
      expect(users.press(a, { key: "dial" }, undefined)).to.deep.equal({ command: "none" });
    }
  });

  it("an end that comes late leaves the request that replaced it alone", () => {
    const { users } = phone();
    users.begin(a, b1);
    users.begin(a, b2);
    users.end(a, "r1");
    expect(users.active(a)).to.deep.equal(b2);
  });
});
